-- How often people answered a question in matches that are over, and how often right.
CREATE TABLE question_play (
  question_id BINARY(16) NOT NULL,
  answers BIGINT NOT NULL,
  correct BIGINT NOT NULL,
  PRIMARY KEY (question_id),
  CONSTRAINT question_play_question FOREIGN KEY (question_id) REFERENCES question (id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- The match that was counted last. One row, which whoever counts holds.
CREATE TABLE question_play_mark (
  id TINYINT NOT NULL,
  finished_at DATETIME(6) NOT NULL,
  match_id BINARY(16) NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB;

INSERT INTO question_play_mark (id, finished_at, match_id) VALUES (1, '2000-01-01', x'00000000000000000000000000000000');
