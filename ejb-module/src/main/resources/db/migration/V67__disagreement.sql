-- What an audit found not to agree: where, in which part of it, and a sentence. Never updated, never deleted.
CREATE TABLE disagreement (
  ledger_id  BIGINT NOT NULL,
  audit_id   BIGINT NOT NULL,
  ordinal    BIGINT NOT NULL,
  position   BIGINT,
  subject    VARCHAR(100) ${binary} NOT NULL,
  field      VARCHAR(100) ${binary} NOT NULL,
  sentence   VARCHAR(2000) ${binary} NOT NULL,
  CONSTRAINT disagreement_pk PRIMARY KEY (ledger_id, audit_id, ordinal)
);
