-- What the running application may do with the tables of the registry, on databases that have roles.
${roles}REVOKE ALL ON schema_version, schema_setting FROM "${role}";
${roles}GRANT SELECT, INSERT ON schema_version, schema_setting TO "${role}";
