-- How many rows of other tables the events that an audit has looked at should have.
ALTER TABLE audit ADD COLUMN following_rows BIGINT DEFAULT 0 NOT NULL;
