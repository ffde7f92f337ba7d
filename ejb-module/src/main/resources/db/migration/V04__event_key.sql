-- An index key of an event: a name, and the canonical JSON text of its value (longer ones cut, with their hash).
CREATE TABLE event_key (
  ledger_id  BIGINT NOT NULL,
  name       VARCHAR(100) ${binary} NOT NULL,
  value      VARCHAR(1100) ${binary} NOT NULL,
  position   BIGINT NOT NULL
);
CREATE UNIQUE INDEX event_key_value ON event_key (ledger_id, name, value, position DESC);
