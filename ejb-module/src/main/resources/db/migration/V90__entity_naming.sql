-- An entity that an event names beside the one that it happened to: the event is folded into it too.
CREATE TABLE entity_naming (
  ledger_id    BIGINT NOT NULL,
  entity_id    VARCHAR(512) ${binary} NOT NULL,
  entity_type  VARCHAR(200) ${binary} NOT NULL,
  position     BIGINT NOT NULL
);
CREATE UNIQUE INDEX entity_naming_entity ON entity_naming (ledger_id, entity_id, entity_type, position DESC);
