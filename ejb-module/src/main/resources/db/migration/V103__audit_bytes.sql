-- Behind which bytes of files an audit goes on, by their hash, and how much it has read again.
ALTER TABLE audit ADD COLUMN bytes_behind VARCHAR(64) ${binary} DEFAULT '' NOT NULL;
ALTER TABLE audit ADD COLUMN files_read BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE audit ADD COLUMN bytes_read BIGINT DEFAULT 0 NOT NULL;
