-- What was asked by a command that its caller had given an id: the digest of all of it, so that its id stands for nothing else.
CREATE TABLE command_run (
  ledger_id   BIGINT NOT NULL,
  command_id  VARCHAR(200) ${binary} NOT NULL,
  digest      VARCHAR(64) ${binary} NOT NULL,
  CONSTRAINT command_run_pk PRIMARY KEY (ledger_id, command_id)
);
