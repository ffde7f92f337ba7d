-- The blob store of this installation, by the name that the store gives itself: all servers use the same one.
CREATE TABLE blob_store (
  ledger_id  BIGINT NOT NULL,
  name       VARCHAR(100) ${binary} NOT NULL,
  CONSTRAINT blob_store_pk PRIMARY KEY (ledger_id)
);
