-- A request that was sent with an Idempotency-Key and had its effect; the receipt is rebuilt from the events.
CREATE TABLE idempotency (
  ledger_id       BIGINT NOT NULL,
  key_hash        ${hash} NOT NULL,
  request_digest  ${hash} NOT NULL,
  first_position  BIGINT NOT NULL,
  event_count     BIGINT NOT NULL,
  CONSTRAINT idempotency_pk PRIMARY KEY (ledger_id, key_hash)
);
