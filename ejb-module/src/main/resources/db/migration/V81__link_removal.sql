-- An edge that an event.unlinked takes away: what was said of it before that position no longer holds.
CREATE TABLE link_removal (
  ledger_id  BIGINT NOT NULL,
  position   BIGINT NOT NULL,
  type       VARCHAR(100) ${binary} NOT NULL,
  source     BIGINT NOT NULL,
  target     BIGINT NOT NULL,
  CONSTRAINT link_removal_pk PRIMARY KEY (ledger_id, position)
);
CREATE INDEX link_removal_out ON link_removal (ledger_id, source, type, target, position);
CREATE INDEX link_removal_in ON link_removal (ledger_id, target, type, source, position);
