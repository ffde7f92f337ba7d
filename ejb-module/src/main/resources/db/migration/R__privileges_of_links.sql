-- What the running application may do with links, on databases that have roles: they are as immutable as events.
${roles}REVOKE ALL ON link, link_removal, link_waiting FROM "${role}";
${roles}GRANT SELECT, INSERT ON link, link_removal, link_waiting TO "${role}";
