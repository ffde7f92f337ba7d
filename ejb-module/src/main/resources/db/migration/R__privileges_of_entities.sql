-- What the running application may do with the states of entities and with commands, on databases that have roles.
${roles}REVOKE ALL ON entity_naming, entity_snapshot, entity_state, entity_progress, entity_skip, command_handler FROM "${role}";
${roles}REVOKE ALL ON entity_generation, entity_parked, command_run FROM "${role}";
${roles}GRANT SELECT, INSERT ON entity_naming, entity_skip, command_handler, command_run, entity_generation TO "${role}";
${roles}GRANT SELECT, INSERT, DELETE ON entity_snapshot, entity_parked TO "${role}";
${roles}GRANT SELECT, INSERT, UPDATE, DELETE ON entity_state, entity_progress TO "${role}";
