-- What is to be found fit before others see it, with what was found. It has the id of the thing itself.
CREATE TABLE review (
  id BINARY(16) NOT NULL,
  kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- pending, approved or refused
  status VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- What a machine saw, with commas between.
  labels VARCHAR(500) NOT NULL,
  -- In the moderator's words.
  reason VARCHAR(200) NULL,
  opened_at DATETIME(6) NOT NULL,
  decided_at DATETIME(6) NULL,
  PRIMARY KEY (id),
  KEY review_queue (status, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
