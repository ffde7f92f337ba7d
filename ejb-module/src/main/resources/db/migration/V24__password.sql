-- That a password was set, and by which event: a projection of access.password.set. A principal's newest holds.
CREATE TABLE password (
  ledger_id  BIGINT NOT NULL,
  principal  VARCHAR(200) ${binary} NOT NULL,
  position   BIGINT NOT NULL,
  event_id   VARCHAR(200) ${binary} NOT NULL,
  CONSTRAINT password_pk PRIMARY KEY (ledger_id, principal, position)
);
