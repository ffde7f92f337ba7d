-- The directories and buckets that a ledger's references may be followed into: a projection of the events that grant and revoke them.
CREATE TABLE file_root (
  ledger_id   BIGINT NOT NULL,
  position    BIGINT NOT NULL,
  root        VARCHAR(2048) ${binary} NOT NULL,
  is_granted  BIGINT NOT NULL,
  CONSTRAINT file_root_pk PRIMARY KEY (ledger_id, position)
);
