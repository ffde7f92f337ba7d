-- A relation of an entity to another, for rules of sight: said (1) or unsaid (0); of the same relation, the newest holds.
CREATE TABLE sight_relation (
  ledger_id    BIGINT NOT NULL,
  source_type  VARCHAR(200) ${binary} NOT NULL,
  source_id    VARCHAR(512) ${binary} NOT NULL,
  relation     VARCHAR(100) ${binary} NOT NULL,
  target_type  VARCHAR(200) ${binary} NOT NULL,
  target_id    VARCHAR(512) ${binary} NOT NULL,
  position     BIGINT NOT NULL,
  linked       BIGINT NOT NULL,
  CONSTRAINT sight_relation_pk PRIMARY KEY (ledger_id, source_id, source_type, relation, target_id, target_type, position)
);
