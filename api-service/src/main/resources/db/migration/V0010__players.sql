-- People, and the apps or browsers that they play on. A device's secret is kept as its SHA-256 only.
CREATE TABLE player (
  id BINARY(16) NOT NULL,
  name VARCHAR(24) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  created_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  PRIMARY KEY (id)
) ENGINE = InnoDB;

CREATE TABLE device (
  id BINARY(16) NOT NULL,
  player_id BINARY(16) NOT NULL,
  secret_hash BINARY(32) NOT NULL,
  created_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  PRIMARY KEY (id),
  KEY device_player (player_id),
  CONSTRAINT device_belongs_to_player FOREIGN KEY (player_id) REFERENCES player (id)
) ENGINE = InnoDB;
