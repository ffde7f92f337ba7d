-- Entities whose fold failed, in the order in which they are listed. They are few, and an index of all states had an entry of
-- nothing for each of the others.
CREATE TABLE entity_parked (
  ledger_id    BIGINT NOT NULL,
  generation   BIGINT NOT NULL,
  position     BIGINT NOT NULL,
  entity_type  VARCHAR(200) ${binary} NOT NULL,
  entity_id    VARCHAR(512) ${binary} NOT NULL,
  CONSTRAINT entity_parked_pk PRIMARY KEY (ledger_id, generation, position, entity_type, entity_id)
);
INSERT INTO entity_parked (ledger_id, generation, position, entity_type, entity_id)
SELECT ledger_id, generation, parked_at, entity_type, entity_id
  FROM entity_state
 WHERE parked_at IS NOT NULL;
DROP INDEX entity_state_parked;
