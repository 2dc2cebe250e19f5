-- What authors work on. revision counts the saves. Whoever changes a quiz, its items or its members holds the quiz's row.
-- cover_id names a medium; nothing holds it to one.
CREATE TABLE quiz (
  id BINARY(16) NOT NULL,
  revision INT NOT NULL,
  title VARCHAR(120) NOT NULL,
  description VARCHAR(2000) NULL,
  language VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cover_id BINARY(16) NULL,
  scoring VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seconds_per_question SMALLINT NOT NULL,
  shuffle_questions SMALLINT NOT NULL,
  shuffle_choices SMALLINT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  updated_at DATETIME(6) NOT NULL,
  trashed_at DATETIME(6) NULL,
  PRIMARY KEY (id),
  KEY quiz_trashed_at (trashed_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The items in their order: item_no is dense from 0 on. Either question_id names a question of the bank, or the item holds a
-- question of its own, in the columns that the bank has for it.
CREATE TABLE quiz_item (
  quiz_id BINARY(16) NOT NULL,
  item_no SMALLINT NOT NULL,
  id BINARY(16) NOT NULL,
  question_id BINARY(16) NULL,
  type VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
  text TEXT NULL,
  choices TEXT NULL,
  body TEXT NULL,
  explanation TEXT NULL,
  media_kind VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
  media_ref VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NULL,
  time_limit SMALLINT NULL,
  source VARCHAR(100) NULL,
  licence VARCHAR(100) NULL,
  attribution VARCHAR(500) NULL,
  PRIMARY KEY (quiz_id, item_no),
  UNIQUE KEY quiz_item_id (quiz_id, id),
  KEY quiz_item_question (question_id),
  CONSTRAINT quiz_item_quiz FOREIGN KEY (quiz_id) REFERENCES quiz (id) ON DELETE CASCADE,
  CONSTRAINT quiz_item_question FOREIGN KEY (question_id) REFERENCES question (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Who may do what with a quiz: exactly one is its owner.
CREATE TABLE quiz_member (
  quiz_id BINARY(16) NOT NULL,
  player_id BINARY(16) NOT NULL,
  access VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  added_at DATETIME(6) NOT NULL,
  PRIMARY KEY (quiz_id, player_id),
  KEY quiz_member_player (player_id, quiz_id),
  CONSTRAINT quiz_member_quiz FOREIGN KEY (quiz_id) REFERENCES quiz (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
