-- Bytes of a ledger by their SHA-256: since when they are all kept (not yet without), and when they were last brought or used.
CREATE TABLE blob (
  ledger_id   BIGINT NOT NULL,
  hash        VARCHAR(64) ${binary} NOT NULL,
  size        BIGINT NOT NULL,
  kept_at     BIGINT,
  touched_at  BIGINT NOT NULL,
  CONSTRAINT blob_pk PRIMARY KEY (ledger_id, hash)
);
CREATE INDEX blob_touched ON blob (ledger_id, touched_at);
-- Who brought the bytes, and so may give them to an event.
CREATE TABLE blob_upload (
  ledger_id  BIGINT NOT NULL,
  hash       VARCHAR(64) ${binary} NOT NULL,
  principal  VARCHAR(200) ${binary} NOT NULL,
  CONSTRAINT blob_upload_pk PRIMARY KEY (ledger_id, hash, principal)
);
