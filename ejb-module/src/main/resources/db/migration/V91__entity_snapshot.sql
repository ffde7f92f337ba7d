-- A state that is kept for speed: after which event, how many were folded, and the latest time that one gives for itself.
CREATE TABLE entity_snapshot (
  ledger_id    BIGINT NOT NULL,
  entity_id    VARCHAR(512) ${binary} NOT NULL,
  entity_type  VARCHAR(200) ${binary} NOT NULL,
  position     BIGINT NOT NULL,
  version      BIGINT NOT NULL,
  event_count  BIGINT NOT NULL,
  created_max  BIGINT NOT NULL,
  state        ${document} NOT NULL
);
CREATE UNIQUE INDEX entity_snapshot_entity ON entity_snapshot (ledger_id, entity_id, entity_type, position DESC);
