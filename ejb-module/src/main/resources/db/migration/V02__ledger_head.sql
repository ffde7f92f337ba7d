-- Where a ledger stands. Every append moves this row by compare-and-set, which orders all servers.
CREATE TABLE ledger_head (
  ledger_id         BIGINT NOT NULL,
  rules             INTEGER NOT NULL,
  size              BIGINT NOT NULL,
  recorded_at       BIGINT NOT NULL,
  settings_version  BIGINT NOT NULL,
  epoch             BIGINT NOT NULL,
  CONSTRAINT ledger_head_pk PRIMARY KEY (ledger_id)
);
