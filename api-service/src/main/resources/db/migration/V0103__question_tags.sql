CREATE TABLE question_tag (
  question_id BINARY(16) NOT NULL,
  tag VARCHAR(50) NOT NULL,
  PRIMARY KEY (question_id, tag),
  KEY question_tag_tag (tag),
  CONSTRAINT question_tag_question FOREIGN KEY (question_id) REFERENCES question (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
