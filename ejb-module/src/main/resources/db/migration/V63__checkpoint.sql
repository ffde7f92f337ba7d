-- What the ledger signed and keeps for good: the first checkpoint of an hour, and each that a witness has seen.
CREATE TABLE checkpoint (
  ledger_id      BIGINT NOT NULL,
  tree_size      BIGINT NOT NULL,
  signed_at      BIGINT NOT NULL,
  note           VARCHAR(4000) ${binary} NOT NULL,
  CONSTRAINT checkpoint_pk PRIMARY KEY (ledger_id, tree_size)
);
