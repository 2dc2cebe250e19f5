-- Who wants a duel. waiting_player is the player while the ticket waits and null afterwards: one open ticket each.
-- queue is the SHA-256 of the settings; whoever waits in the same one may be paired.
CREATE TABLE matchmaking_ticket (
  id BINARY(16) NOT NULL,
  player_id BINARY(16) NOT NULL,
  waiting_player BINARY(16) NULL,
  name VARCHAR(24) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  queue CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  settings TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  status VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  match_id BINARY(16) NULL,
  created_at DATETIME(6) NOT NULL,
  last_seen_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY matchmaking_ticket_waiting (waiting_player),
  KEY matchmaking_ticket_queue (queue, status, created_at, id)
) ENGINE = InnoDB;
