-- A file of an event whose bytes are known: kept by Trove or, with a locator, read where it leads.
CREATE TABLE event_file (
  ledger_id  BIGINT NOT NULL,
  position   BIGINT NOT NULL,
  file_id    VARCHAR(200) ${binary} NOT NULL,
  hash       VARCHAR(64) ${binary} NOT NULL,
  size       BIGINT NOT NULL,
  locator    VARCHAR(2048) ${binary},
  CONSTRAINT event_file_pk PRIMARY KEY (ledger_id, position, file_id)
);
CREATE INDEX event_file_hash ON event_file (ledger_id, hash, position DESC);
