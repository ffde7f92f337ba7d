-- An audit of a ledger: what it is held against, how far it is, and with which tree it goes on after an interruption.
CREATE TABLE audit (
  ledger_id      BIGINT NOT NULL,
  audit_id       BIGINT NOT NULL,
  requested_by   VARCHAR(200) ${binary} NOT NULL,
  started_at     BIGINT NOT NULL,
  ended_at       BIGINT,
  head_size      BIGINT NOT NULL,
  head_tree      ${bytes},
  at_position    BIGINT NOT NULL,
  at_tree        ${bytes},
  recorded_at    BIGINT NOT NULL,
  disagreements  BIGINT NOT NULL,
  CONSTRAINT audit_pk PRIMARY KEY (ledger_id, audit_id)
);
