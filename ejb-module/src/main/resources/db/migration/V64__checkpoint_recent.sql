-- What the ledger signed of late. One row for a size, by its primary key, before anybody is told; thinned after an hour.
CREATE TABLE checkpoint_recent (
  ledger_id      BIGINT NOT NULL,
  tree_size      BIGINT NOT NULL,
  signed_at      BIGINT NOT NULL,
  note           VARCHAR(4000) ${binary} NOT NULL,
  CONSTRAINT checkpoint_recent_pk PRIMARY KEY (ledger_id, tree_size)
);
