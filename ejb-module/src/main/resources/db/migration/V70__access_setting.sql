-- A principal, a role or an API key as an event of a system environment said it is; of a kind's name, the newest holds.
CREATE TABLE access_setting (
  ledger_id  BIGINT NOT NULL,
  kind       VARCHAR(20) ${binary} NOT NULL,
  name       VARCHAR(200) ${binary} NOT NULL,
  position   BIGINT NOT NULL,
  content    VARCHAR(30000) ${binary} NOT NULL,
  CONSTRAINT access_setting_pk PRIMARY KEY (ledger_id, kind, name, position)
);
-- Until now there were administrators only.
INSERT INTO access_setting (ledger_id, kind, name, position, content)
SELECT ledger_id, 'principal', name, position, '{"roles":[{"role":"admin"}],"type":"user"}'
  FROM principal;
DROP TABLE role_grant;
DROP TABLE principal;
