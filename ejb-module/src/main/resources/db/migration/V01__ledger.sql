-- The directory: small, read into memory, the one place where ledgers have names.
CREATE TABLE ledger (
  ledger_id     BIGINT NOT NULL,
  uid           VARCHAR(32) ${binary} NOT NULL,
  organization  VARCHAR(63) ${binary} NOT NULL,
  environment   VARCHAR(63) ${binary} NOT NULL,
  origin        VARCHAR(512) ${binary} NOT NULL,
  created_at    BIGINT NOT NULL,
  CONSTRAINT ledger_pk PRIMARY KEY (ledger_id),
  CONSTRAINT ledger_uid UNIQUE (uid),
  CONSTRAINT ledger_name UNIQUE (organization, environment)
);
