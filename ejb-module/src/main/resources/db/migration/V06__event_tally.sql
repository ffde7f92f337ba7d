-- How many events of a type lie in a block of positions, how large they are and when they were created: counted once,
-- after the block is full, by whoever comes first. Blocks are counted in order, so there is never a gap.
CREATE TABLE event_tally (
  ledger_id      BIGINT NOT NULL,
  block          BIGINT NOT NULL,
  type           VARCHAR(200) ${binary} NOT NULL,
  event_count    BIGINT NOT NULL,
  byte_count     BIGINT NOT NULL,
  created_first  BIGINT NOT NULL,
  created_last   BIGINT NOT NULL,
  CONSTRAINT event_tally_pk PRIMARY KEY (ledger_id, block, type)
);
