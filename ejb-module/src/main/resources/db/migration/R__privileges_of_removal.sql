-- What the running application may do to remove a ledger, on databases that have roles: say so. Rows are taken away by the owner.
${roles}REVOKE ALL ON ledger_removal, ledger_leftover FROM "${role}";
${roles}GRANT SELECT, INSERT ON ledger_removal, ledger_leftover TO "${role}";
