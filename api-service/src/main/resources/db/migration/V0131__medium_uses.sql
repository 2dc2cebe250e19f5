-- Who shows a medium, such as a question: as long as somebody does, its owner cannot delete it. Whoever adds or removes a row
-- holds the medium's.
CREATE TABLE medium_use (
  medium_id BINARY(16) NOT NULL,
  user_id BINARY(16) NOT NULL,
  PRIMARY KEY (medium_id, user_id),
  KEY medium_use_user (user_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
