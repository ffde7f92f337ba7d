-- A key that all servers share: made once, by whoever needs it first.
CREATE TABLE secret (
  name     VARCHAR(100) ${binary} NOT NULL,
  content  ${bytes} NOT NULL,
  CONSTRAINT secret_pk PRIMARY KEY (name)
);
