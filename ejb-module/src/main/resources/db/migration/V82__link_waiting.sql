-- An edge, or its removal, of which an end was not there yet when it was said: it holds from the moment on that both are.
CREATE TABLE link_waiting (
  ledger_id       BIGINT NOT NULL,
  position        BIGINT NOT NULL,
  ordinal         BIGINT NOT NULL,
  type            VARCHAR(100) ${binary} NOT NULL,
  source_id       VARCHAR(200) ${binary} NOT NULL,
  source_version  BIGINT NOT NULL,
  target_id       VARCHAR(200) ${binary} NOT NULL,
  target_version  BIGINT NOT NULL,
  removes         BIGINT NOT NULL,
  CONSTRAINT link_waiting_pk PRIMARY KEY (ledger_id, position, ordinal)
);
CREATE INDEX link_waiting_out ON link_waiting (ledger_id, source_id, source_version);
CREATE INDEX link_waiting_in ON link_waiting (ledger_id, target_id, target_version);
