-- Who does a work that one server does at a time, until when by the database's clock, and the number of that term.
CREATE TABLE lease (
  ledger_id   BIGINT NOT NULL,
  name        VARCHAR(100) ${binary} NOT NULL,
  holder      VARCHAR(100) ${binary} NOT NULL,
  fence       BIGINT NOT NULL,
  expires_at  BIGINT NOT NULL,
  CONSTRAINT lease_pk PRIMARY KEY (ledger_id, name)
);
