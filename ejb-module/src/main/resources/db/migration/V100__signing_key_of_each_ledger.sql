-- Every ledger has its own row for the key of its first event; those that are there were all made with the first key.
INSERT INTO signing_key (ledger_id, public_key, position)
SELECT l.ledger_id, k.public_key, 0
  FROM ledger l, signing_key k
 WHERE k.position = 0
   AND NOT EXISTS (SELECT 1 FROM signing_key s WHERE s.ledger_id = l.ledger_id);
