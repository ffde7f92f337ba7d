-- A part of a job's work, which one server at a time does: who until when, by the number of that term, and how far it is.
CREATE TABLE job_task (
  ledger_id   BIGINT NOT NULL,
  job_id      BIGINT NOT NULL,
  task        BIGINT NOT NULL,
  phase       BIGINT NOT NULL,
  mark        ${document} NOT NULL,
  done        BIGINT NOT NULL,
  total       BIGINT NOT NULL,
  ended_at    BIGINT,
  holder      VARCHAR(100) ${binary} NOT NULL,
  fence       BIGINT NOT NULL,
  expires_at  BIGINT NOT NULL,
  CONSTRAINT job_task_pk PRIMARY KEY (ledger_id, job_id, task)
);
