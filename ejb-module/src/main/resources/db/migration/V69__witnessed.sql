-- The newest checkpoint of another log that this installation cosigned as a witness, under the installation's ledger.
CREATE TABLE witnessed (
  ledger_id  BIGINT NOT NULL,
  origin     VARCHAR(512) ${binary} NOT NULL,
  tree_size  BIGINT NOT NULL,
  note       VARCHAR(4000) ${binary} NOT NULL,
  CONSTRAINT witnessed_pk PRIMARY KEY (ledger_id, origin)
);
