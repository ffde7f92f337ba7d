-- An organization: a projection of organization.created. Its ledgers are in the directory.
CREATE TABLE organization (
  ledger_id  BIGINT NOT NULL,
  name       VARCHAR(63) ${binary} NOT NULL,
  position   BIGINT NOT NULL,
  CONSTRAINT organization_pk PRIMARY KEY (ledger_id, name)
);
