-- What the running application may do with the tables of Jakarta Batch, on databases that have roles.
${roles}GRANT SELECT, INSERT, UPDATE, DELETE ON batch_jobinstance, batch_jobexecution, batch_jobparameter TO "${role}";
${roles}GRANT SELECT, INSERT, UPDATE, DELETE ON batch_stepthreadinstance, batch_stepthreadexecution TO "${role}";
${roles}GRANT SELECT, INSERT, UPDATE, DELETE ON batch_remotablepartition, batch_groupassociation TO "${role}";
${roles}GRANT USAGE, SELECT ON batch_jobinstance_jobinstanceid_seq, batch_jobexecution_jobexecid_seq TO "${role}";
${roles}GRANT USAGE, SELECT ON batch_stepthreadexecution_stepexecid_seq TO "${role}";
