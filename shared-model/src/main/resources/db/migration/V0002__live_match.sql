-- One game. Whoever moves it on or changes its schedule holds the row's lock; phase_ends_at is null when it is over.
CREATE TABLE live_match (
  id BINARY(16) NOT NULL,
  kind VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  phase VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version INT NOT NULL,
  phase_ends_at DATETIME(6) NULL,
  round_no SMALLINT NOT NULL,
  rounds SMALLINT NOT NULL,
  round_opened_at DATETIME(6) NULL,
  round_closes_at DATETIME(6) NULL,
  earliest_seal_at DATETIME(6) NULL,
  hold VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  host_id BINARY(16) NULL,
  pin CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NULL,
  scoring VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  pace VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  settings TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  nonce CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  lineup_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  end_reason VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL,
  created_at DATETIME(6) NOT NULL,
  finished_at DATETIME(6) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY live_match_pin (pin),
  KEY live_match_due (phase_ends_at)
) ENGINE = InnoDB;

-- The lineup: a copy of each question as it was when it was drawn, so that later edits do not reach a running match.
CREATE TABLE match_round (
  match_id BINARY(16) NOT NULL,
  round_no SMALLINT NOT NULL,
  question_id BINARY(16) NOT NULL,
  question_version INT NOT NULL,
  type VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  category VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  difficulty VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  text TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  choices TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  correct INT NOT NULL,
  explanation TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  source VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  licence VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  PRIMARY KEY (match_id, round_no)
) ENGINE = InnoDB;

-- Who plays. session is the socket that last spoke for the player, null when there is none.
CREATE TABLE match_player (
  match_id BINARY(16) NOT NULL,
  player_id BINARY(16) NOT NULL,
  name VARCHAR(24) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  bot TINYINT NOT NULL,
  status VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  session BINARY(16) NULL,
  score INT NOT NULL,
  last_points INT NOT NULL,
  answer_ms BIGINT NOT NULL,
  joined_at DATETIME(6) NOT NULL,
  PRIMARY KEY (match_id, player_id),
  KEY match_player_seen (player_id, joined_at)
) ENGINE = InnoDB;

-- The first answer of a player to a round wins: that is the primary key. correct and points are null until the reveal.
CREATE TABLE answer (
  match_id BINARY(16) NOT NULL,
  round_no SMALLINT NOT NULL,
  player_id BINARY(16) NOT NULL,
  answer_id VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  choices INT NOT NULL,
  elapsed_ms INT NOT NULL,
  received_at DATETIME(6) NOT NULL,
  correct TINYINT NULL,
  points INT NULL,
  PRIMARY KEY (match_id, round_no, player_id)
) ENGINE = InnoDB;
