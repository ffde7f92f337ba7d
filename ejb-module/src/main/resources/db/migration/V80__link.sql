-- An edge between two events, by their positions, and the event that says it. Never updated, never deleted.
CREATE TABLE link (
  ledger_id  BIGINT NOT NULL,
  position   BIGINT NOT NULL,
  ordinal    BIGINT NOT NULL,
  type       VARCHAR(100) ${binary} NOT NULL,
  source     BIGINT NOT NULL,
  target     BIGINT NOT NULL,
  CONSTRAINT link_pk PRIMARY KEY (ledger_id, position, ordinal)
);
CREATE INDEX link_out ON link (ledger_id, source, type, target, position);
CREATE INDEX link_in ON link (ledger_id, target, type, source, position);
