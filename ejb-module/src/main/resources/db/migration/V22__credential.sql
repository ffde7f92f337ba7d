-- What an event that set a credential must not say: its hash. Written with the event.
CREATE TABLE credential (
  ledger_id  BIGINT NOT NULL,
  event_id   VARCHAR(200) ${binary} NOT NULL,
  hash       VARCHAR(500) ${binary} NOT NULL,
  CONSTRAINT credential_pk PRIMARY KEY (ledger_id, event_id)
);
