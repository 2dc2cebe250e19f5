-- What players find wrong with a question that they met in a match: one report of each player until somebody has seen to it.
CREATE TABLE question_report (
  question_id BINARY(16) NOT NULL,
  player_id BINARY(16) NOT NULL,
  reason VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  text VARCHAR(500) NULL,
  reported_at DATETIME(6) NOT NULL,
  PRIMARY KEY (question_id, player_id),
  KEY question_report_player (player_id),
  CONSTRAINT question_report_question FOREIGN KEY (question_id) REFERENCES question (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
