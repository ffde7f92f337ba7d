-- What was found of a file's bytes that was not what had been known of them: a projection of file.drifted. No hash: they are lost.
CREATE TABLE file_drift (
  ledger_id    BIGINT NOT NULL,
  position     BIGINT NOT NULL,
  of_position  BIGINT NOT NULL,
  file_id      VARCHAR(200) ${binary} NOT NULL,
  hash         VARCHAR(64) ${binary},
  CONSTRAINT file_drift_pk PRIMARY KEY (ledger_id, position)
);
CREATE INDEX file_drift_of ON file_drift (ledger_id, of_position, file_id, position DESC);
-- The newest verification of a ledger's files: who wanted it, how far it is, and what it came to.
CREATE TABLE file_verification (
  ledger_id     BIGINT NOT NULL,
  requested_by  VARCHAR(200) ${binary} NOT NULL,
  started_at    BIGINT NOT NULL,
  ended_at      BIGINT,
  below         BIGINT NOT NULL,
  at_position   BIGINT NOT NULL,
  at_file       VARCHAR(200) ${binary} NOT NULL,
  verified      BIGINT NOT NULL,
  skipped       BIGINT NOT NULL,
  drifted       BIGINT NOT NULL,
  CONSTRAINT file_verification_pk PRIMARY KEY (ledger_id)
);
