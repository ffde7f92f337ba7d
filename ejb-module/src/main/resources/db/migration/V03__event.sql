-- An event: its canonical bytes, what commits to them, and the columns it is found by. Never updated, never deleted.
CREATE TABLE event (
  ledger_id       BIGINT NOT NULL,
  position        BIGINT NOT NULL,
  event_id        VARCHAR(200) ${binary} NOT NULL,
  event_version   BIGINT NOT NULL,
  type            VARCHAR(200) ${binary} NOT NULL,
  entity_type     VARCHAR(200) ${binary} NOT NULL,
  entity_id       VARCHAR(512) ${binary},
  entity_version  BIGINT,
  actor_type      VARCHAR(200) ${binary} NOT NULL,
  actor_id        VARCHAR(512) ${binary} NOT NULL,
  producer        VARCHAR(200) ${binary} NOT NULL,
  schema_id       VARCHAR(200) ${binary},
  schema_version  VARCHAR(100) ${binary},
  created_at      BIGINT NOT NULL,
  recorded_at     BIGINT NOT NULL,
  content_digest  ${hash} NOT NULL,
  digest          ${hash} NOT NULL,
  seed            ${hash} NOT NULL,
  document        ${document} NOT NULL,
  CONSTRAINT event_pk PRIMARY KEY (ledger_id, position)
);
CREATE UNIQUE INDEX event_id ON event (ledger_id, event_id, event_version DESC);
CREATE INDEX event_type ON event (ledger_id, type, position DESC);
CREATE INDEX event_entity ON event (ledger_id, entity_id, entity_type, position DESC);
CREATE INDEX event_actor ON event (ledger_id, actor_id, actor_type, position DESC);
