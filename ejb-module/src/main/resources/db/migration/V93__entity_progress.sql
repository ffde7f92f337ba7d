-- How far a ledger is followed: every event below this position is in the states of its entities.
CREATE TABLE entity_progress (
  ledger_id  BIGINT NOT NULL,
  position   BIGINT NOT NULL,
  fence      BIGINT NOT NULL,
  CONSTRAINT entity_progress_pk PRIMARY KEY (ledger_id)
);
