-- States are kept of the generation that counts, and of one that is built beside it.
ALTER TABLE entity_state ADD COLUMN generation BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE entity_state DROP CONSTRAINT entity_state_pk;
ALTER TABLE entity_state ADD CONSTRAINT entity_state_pk PRIMARY KEY (ledger_id, generation, entity_type, entity_id);
DROP INDEX entity_state_parked;
CREATE INDEX entity_state_parked ON entity_state (ledger_id, generation, parked_at);
