-- That a ledger is removed as a whole, beside the event of the organization's system environment that says so.
CREATE TABLE ledger_removal (
  ledger_id     BIGINT NOT NULL,
  uid           VARCHAR(32) ${binary} NOT NULL,
  removed_id    BIGINT NOT NULL,
  organization  VARCHAR(63) ${binary} NOT NULL,
  environment   VARCHAR(63) ${binary} NOT NULL,
  CONSTRAINT ledger_removal_pk PRIMARY KEY (ledger_id, uid)
);
