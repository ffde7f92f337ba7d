-- An index key of an entity, for rules of sight: as the last event of its batch said it; of a name, the newest holds.
CREATE TABLE sight_key (
  ledger_id    BIGINT NOT NULL,
  entity_type  VARCHAR(200) ${binary} NOT NULL,
  entity_id    VARCHAR(512) ${binary} NOT NULL,
  name         VARCHAR(100) ${binary} NOT NULL,
  value        VARCHAR(1100) ${binary} NOT NULL,
  position     BIGINT NOT NULL,
  CONSTRAINT sight_key_pk PRIMARY KEY (ledger_id, entity_id, entity_type, name, position, value)
);
CREATE INDEX sight_key_value ON sight_key (ledger_id, name, value, position);
