-- A full tile of the tree's leaves: 256 hashes one after the other, as C2SP tlog-tiles serves them.
CREATE TABLE tile (
  ledger_id   BIGINT NOT NULL,
  tile_index  BIGINT NOT NULL,
  hashes      ${bytes} NOT NULL,
  CONSTRAINT tile_pk PRIMARY KEY (ledger_id, tile_index)
);
