-- An event that an entity's fold leaves out, by the event that says so and why.
CREATE TABLE entity_skip (
  ledger_id    BIGINT NOT NULL,
  entity_id    VARCHAR(512) ${binary} NOT NULL,
  entity_type  VARCHAR(200) ${binary} NOT NULL,
  skipped      BIGINT NOT NULL,
  position     BIGINT NOT NULL,
  CONSTRAINT entity_skip_pk PRIMARY KEY (ledger_id, entity_id, entity_type, skipped, position)
);
