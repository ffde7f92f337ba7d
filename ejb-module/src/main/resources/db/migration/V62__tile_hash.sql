-- A hash of the tiles above the leaves: the root of 256^level leaves. Level 1 has one for each full tile.
CREATE TABLE tile_hash (
  ledger_id   BIGINT NOT NULL,
  level       INTEGER NOT NULL,
  hash_index  BIGINT NOT NULL,
  hash        ${hash} NOT NULL,
  CONSTRAINT tile_hash_pk PRIMARY KEY (ledger_id, level, hash_index)
);
