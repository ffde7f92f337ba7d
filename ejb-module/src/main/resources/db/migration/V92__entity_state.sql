-- What each entity is, as far as the ledger is followed; and the event that its fold failed at, with the reason.
CREATE TABLE entity_state (
  ledger_id    BIGINT NOT NULL,
  entity_type  VARCHAR(200) ${binary} NOT NULL,
  entity_id    VARCHAR(512) ${binary} NOT NULL,
  position     BIGINT NOT NULL,
  deleted_at   BIGINT NOT NULL,
  parked_at    BIGINT,
  parked_why   VARCHAR(2000) ${binary},
  state        ${document} NOT NULL,
  CONSTRAINT entity_state_pk PRIMARY KEY (ledger_id, entity_type, entity_id)
);
CREATE INDEX entity_state_parked ON entity_state (ledger_id, parked_at);
