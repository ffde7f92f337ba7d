-- A job of a ledger: what was asked for, by whom and with which sight, and what has become of it. What it says is JSON.
CREATE TABLE job (
  ledger_id     BIGINT NOT NULL,
  job_id        BIGINT NOT NULL,
  kind          VARCHAR(20) ${binary} NOT NULL,
  state         VARCHAR(20) ${binary} NOT NULL,
  caller        ${document} NOT NULL,
  request       ${document} NOT NULL,
  sight         VARCHAR(100) ${binary} NOT NULL,
  ceiling       BIGINT NOT NULL,
  phase         BIGINT NOT NULL,
  started_at    BIGINT NOT NULL,
  ended_at      BIGINT,
  resumed_at    BIGINT NOT NULL,
  resumed_done  BIGINT NOT NULL,
  why           VARCHAR(2000) ${binary},
  CONSTRAINT job_pk PRIMARY KEY (ledger_id, job_id)
);
CREATE INDEX job_state ON job (ledger_id, state);
