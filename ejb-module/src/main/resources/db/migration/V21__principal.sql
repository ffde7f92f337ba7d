-- Who may ask: a projection of access.principal.created.
CREATE TABLE principal (
  ledger_id  BIGINT NOT NULL,
  name       VARCHAR(200) ${binary} NOT NULL,
  position   BIGINT NOT NULL,
  CONSTRAINT principal_pk PRIMARY KEY (ledger_id, name)
);
