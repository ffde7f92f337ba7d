-- A ledger that is no longer in the directory, and of which rows and bytes may be left.
CREATE TABLE ledger_leftover (
  ledger_id     BIGINT NOT NULL,
  uid           VARCHAR(32) ${binary} NOT NULL,
  organization  VARCHAR(63) ${binary} NOT NULL,
  environment   VARCHAR(63) ${binary} NOT NULL,
  origin        VARCHAR(512) ${binary} NOT NULL,
  removed_at    BIGINT NOT NULL,
  CONSTRAINT ledger_leftover_pk PRIMARY KEY (ledger_id)
);
