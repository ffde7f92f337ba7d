-- When an API key was last used, coarsely.
CREATE TABLE key_use (
  ledger_id  BIGINT NOT NULL,
  key_id     VARCHAR(100) ${binary} NOT NULL,
  used_at    BIGINT NOT NULL,
  CONSTRAINT key_use_pk PRIMARY KEY (ledger_id, key_id)
);
