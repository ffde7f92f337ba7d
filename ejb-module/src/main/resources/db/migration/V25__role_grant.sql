-- A role that a principal has: a projection of access.role.granted. In the installation's ledger it holds everywhere.
CREATE TABLE role_grant (
  ledger_id  BIGINT NOT NULL,
  principal  VARCHAR(200) ${binary} NOT NULL,
  role       VARCHAR(100) ${binary} NOT NULL,
  position   BIGINT NOT NULL,
  CONSTRAINT role_grant_pk PRIMARY KEY (ledger_id, principal, role)
);
