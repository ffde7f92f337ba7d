-- What a type of commands leads to: a projection of command.registered, whose event holds it. The newest position holds.
CREATE TABLE command_handler (
  ledger_id  BIGINT NOT NULL,
  type       VARCHAR(200) ${binary} NOT NULL,
  position   BIGINT NOT NULL,
  CONSTRAINT command_handler_pk PRIMARY KEY (ledger_id, type, position)
);
