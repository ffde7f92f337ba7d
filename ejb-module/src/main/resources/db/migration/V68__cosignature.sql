-- That a witness has seen a checkpoint: its line of the signed note.
CREATE TABLE cosignature (
  ledger_id  BIGINT NOT NULL,
  tree_size  BIGINT NOT NULL,
  witness    VARCHAR(1100) ${binary} NOT NULL,
  line       VARCHAR(2000) ${binary} NOT NULL,
  CONSTRAINT cosignature_pk PRIMARY KEY (ledger_id, tree_size, witness)
);
