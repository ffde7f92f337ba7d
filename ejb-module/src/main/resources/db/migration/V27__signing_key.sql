-- The public keys that the installation signs with: a projection of the first event of its ledger.
CREATE TABLE signing_key (
  ledger_id   BIGINT NOT NULL,
  public_key  VARCHAR(44) ${binary} NOT NULL,
  position    BIGINT NOT NULL,
  CONSTRAINT signing_key_pk PRIMARY KEY (ledger_id, position)
);
