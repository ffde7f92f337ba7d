-- What the running application may do with the tables of files, on databases that have roles.
${roles}REVOKE ALL ON blob, blob_upload, event_file, file_root, file_drift, file_verification, blob_store FROM "${role}";
${roles}GRANT SELECT, INSERT ON event_file, file_root, file_drift, blob_store TO "${role}";
${roles}GRANT SELECT, INSERT, UPDATE ON file_verification TO "${role}";
${roles}GRANT SELECT, INSERT, UPDATE, DELETE ON blob TO "${role}";
${roles}GRANT SELECT, INSERT, DELETE ON blob_upload TO "${role}";
