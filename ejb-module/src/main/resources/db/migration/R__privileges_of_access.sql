-- What the running application may do with the tables of access and crypto, on databases that have roles.
${roles}REVOKE ALL ON secret, flake_worker, principal, credential, password, role_grant, organization, signing_key FROM "${role}";
${roles}GRANT SELECT, INSERT ON secret, flake_worker, principal, credential, password, role_grant, organization, signing_key TO "${role}";
