-- What the running application may do, on databases that have roles: immutability is a privilege, not a habit.
-- Each line begins with a placeholder that turns it into a comment where the database has no roles.
${roles}REVOKE ALL ON ledger, ledger_head, event, event_key, event_tally, idempotency FROM "${role}";
${roles}GRANT SELECT ON trove_schema_history TO "${role}";
${roles}GRANT SELECT, INSERT ON event, event_key, event_tally, idempotency, ledger TO "${role}";
${roles}GRANT SELECT, INSERT, UPDATE ON ledger_head TO "${role}";
