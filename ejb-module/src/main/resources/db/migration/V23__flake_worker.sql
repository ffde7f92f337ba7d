-- The worker number of a server process: one row a start, never given back, so that no two ever share one.
CREATE TABLE flake_worker (
  worker     BIGINT NOT NULL,
  leased_at  BIGINT NOT NULL,
  CONSTRAINT flake_worker_pk PRIMARY KEY (worker)
);
