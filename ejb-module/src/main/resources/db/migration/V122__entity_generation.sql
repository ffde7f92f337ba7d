-- Which of the states that were built of a ledger's entities count, and by which folds (none: those used by default): a
-- projection of entities.switched, whose event is at the position. The newest holds; before the first it is generation 0.
CREATE TABLE entity_generation (
  ledger_id   BIGINT NOT NULL,
  position    BIGINT NOT NULL,
  generation  BIGINT NOT NULL,
  fold        VARCHAR(200) ${binary} NOT NULL,
  CONSTRAINT entity_generation_pk PRIMARY KEY (ledger_id, position)
);
