CREATE TABLE category (
  id INT NOT NULL AUTO_INCREMENT,
  slug VARCHAR(64) NOT NULL,
  name VARCHAR(100) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY category_slug (slug)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- All questions of one language, category and difficulty; size is their number. Whoever adds to it holds the row's lock.
CREATE TABLE question_bucket (
  id INT NOT NULL AUTO_INCREMENT,
  language VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  category_id INT NOT NULL,
  difficulty VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  size INT NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY question_bucket_key (language, category_id, difficulty),
  CONSTRAINT question_bucket_category FOREIGN KEY (category_id) REFERENCES category (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Ordinals are dense within a bucket and draw_slot is bucket_id * 2^32 + ordinal: drawing at random is a look-up by key.
-- choices is the text [{"text":…,"correct":…}].
CREATE TABLE question (
  id BINARY(16) NOT NULL,
  type VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  text TEXT NOT NULL,
  choices TEXT NOT NULL,
  explanation TEXT NULL,
  bucket_id INT NOT NULL,
  ordinal INT NOT NULL,
  draw_slot BIGINT NOT NULL,
  source VARCHAR(100) NOT NULL,
  licence VARCHAR(100) NOT NULL,
  fingerprint BINARY(32) NOT NULL,
  version INT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY question_draw_slot (draw_slot),
  UNIQUE KEY question_fingerprint (fingerprint),
  CONSTRAINT question_bucket FOREIGN KEY (bucket_id) REFERENCES question_bucket (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
