-- Each time that a quiz is published. content is the quiz as it was then, with what is right; it never changes once the
-- publication has ended. What everybody may fetch is in the public bucket, under quizzes/<id>/.
CREATE TABLE publication (
  id BINARY(16) NOT NULL,
  quiz_id BINARY(16) NOT NULL,
  -- The quiz while it runs, so that one at a time does; else null.
  running_quiz BINARY(16) NULL,
  -- Null for who was erased.
  asked_by BINARY(16) NULL,
  revision INT NOT NULL,
  -- Of the content, for lists.
  title VARCHAR(120) NOT NULL,
  questions SMALLINT NOT NULL,
  -- running, published, failed, cancelled or removed
  status VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  steps_done SMALLINT NOT NULL,
  content MEDIUMTEXT NOT NULL,
  -- Of the content as it was asked for.
  content_hash BINARY(32) NOT NULL,
  -- JSON of what is shown of pictures and videos; null until that is known.
  media MEDIUMTEXT NULL,
  -- The name of the document; null until it is written.
  document VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- Counts what was published of the quiz; null unless it is.
  version INT NULL,
  problem VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  detail VARCHAR(500) NULL,
  created_at DATETIME(6) NOT NULL,
  ended_at DATETIME(6) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY publication_running (running_quiz),
  UNIQUE KEY publication_version (quiz_id, version),
  KEY publication_asked_by (asked_by)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Which version of a quiz everybody sees; no row, none.
CREATE TABLE published_quiz (
  quiz_id BINARY(16) NOT NULL,
  publication_id BINARY(16) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  PRIMARY KEY (quiz_id),
  KEY published_quiz_publication (publication_id)
) ENGINE = InnoDB;
