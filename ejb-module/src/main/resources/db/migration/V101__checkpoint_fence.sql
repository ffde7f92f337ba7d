-- The number of the term in which a checkpoint was signed: none is kept behind one of a later term.
ALTER TABLE checkpoint_recent ADD COLUMN fence BIGINT DEFAULT 0 NOT NULL;
