-- A registered version of a schema: a projection of schema.registered, whose event holds the content.
CREATE TABLE schema_version (
  ledger_id  BIGINT NOT NULL,
  schema_id  VARCHAR(200) ${binary} NOT NULL,
  version    VARCHAR(100) ${binary} NOT NULL,
  position   BIGINT NOT NULL,
  CONSTRAINT schema_version_pk PRIMARY KEY (ledger_id, schema_id, version)
);
