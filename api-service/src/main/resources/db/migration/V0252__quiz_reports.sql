-- What players find wrong with a quiz's own questions, in the version that they met: one report of each player until somebody has
-- seen to it. question is what was asked.
CREATE TABLE quiz_report (
  publication_id BINARY(16) NOT NULL,
  item_id BINARY(16) NOT NULL,
  player_id BINARY(16) NOT NULL,
  question TEXT NOT NULL,
  reason VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  text VARCHAR(500) NULL,
  reported_at DATETIME(6) NOT NULL,
  PRIMARY KEY (publication_id, item_id, player_id),
  KEY quiz_report_player (player_id),
  CONSTRAINT quiz_report_publication FOREIGN KEY (publication_id) REFERENCES publication (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
