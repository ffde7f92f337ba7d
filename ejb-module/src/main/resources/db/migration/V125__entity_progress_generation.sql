-- Each generation of states has gone as far as it has.
ALTER TABLE entity_progress ADD COLUMN generation BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE entity_progress DROP CONSTRAINT entity_progress_pk;
ALTER TABLE entity_progress ADD CONSTRAINT entity_progress_pk PRIMARY KEY (ledger_id, generation);
