-- What is kept of a ledger's tree to go on growing it: the roots of its perfect subtrees (RFC 6962), the largest first.
ALTER TABLE ledger_head ADD COLUMN tree ${bytes};
