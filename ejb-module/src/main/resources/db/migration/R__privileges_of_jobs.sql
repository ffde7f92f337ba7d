-- What the running application may do with jobs, on databases that have roles.
${roles}REVOKE ALL ON job, job_task FROM "${role}";
${roles}GRANT SELECT, INSERT, UPDATE ON job, job_task TO "${role}";
