-- Snapshots belong to the generation of states that they are of.
ALTER TABLE entity_snapshot ADD COLUMN generation BIGINT DEFAULT 0 NOT NULL;
DROP INDEX entity_snapshot_entity;
CREATE UNIQUE INDEX entity_snapshot_entity ON entity_snapshot (ledger_id, generation, entity_id, entity_type, position DESC);
