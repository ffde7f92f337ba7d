-- What is beside a schema's content, and a ledger's policy (schema_id and version empty): the newest position holds.
CREATE TABLE schema_setting (
  ledger_id  BIGINT NOT NULL,
  position   BIGINT NOT NULL,
  name       VARCHAR(20) ${binary} NOT NULL,
  schema_id  VARCHAR(200) ${binary} NOT NULL,
  version    VARCHAR(100) ${binary} NOT NULL,
  value      VARCHAR(8000) ${binary} NOT NULL,
  CONSTRAINT schema_setting_pk PRIMARY KEY (ledger_id, position, name)
);
CREATE INDEX schema_setting_schema ON schema_setting (ledger_id, schema_id, position);
