-- What the running application may do with the tables of access and crypto, on databases that have roles.
${roles}REVOKE ALL ON secret, flake_worker, access_setting, credential, password, organization, signing_key, key_use, sight_key, sight_relation FROM "${role}";
${roles}GRANT SELECT, INSERT ON secret, flake_worker, access_setting, credential, password, organization, signing_key, sight_key, sight_relation TO "${role}";
${roles}GRANT SELECT, INSERT, UPDATE ON key_use TO "${role}";
