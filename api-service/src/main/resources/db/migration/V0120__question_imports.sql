-- Files of questions that are imported in the background; a week after their end they go.
CREATE TABLE question_import (
  id BINARY(16) NOT NULL,
  owner_id BINARY(16) NULL,
  operator VARCHAR(100) NULL,
  request TEXT NOT NULL,
  status VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  read_items INT NOT NULL,
  added INT NOT NULL,
  duplicates INT NOT NULL,
  repaired INT NOT NULL,
  look_alikes INT NOT NULL,
  refused INT NOT NULL,
  listed INT NOT NULL,
  omitted INT NOT NULL,
  worked_ms BIGINT NOT NULL,
  problem VARCHAR(500) NULL,
  categories MEDIUMTEXT NULL,
  created_at DATETIME(6) NOT NULL,
  ended_at DATETIME(6) NULL,
  PRIMARY KEY (id),
  KEY question_import_owner (owner_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What was found in each step of such an import, by the number of items that had been read at its end.
CREATE TABLE question_import_part (
  import_id BINARY(16) NOT NULL,
  read_items INT NOT NULL,
  findings MEDIUMTEXT NOT NULL,
  PRIMARY KEY (import_id, read_items)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
