-- What players call their devices, when these were used last, and a secret that was replaced a moment ago.
ALTER TABLE device
  ADD COLUMN name VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ADD COLUMN last_seen_at DATETIME(6) NULL,
  ADD COLUMN old_secret_hash BINARY(32) NULL,
  ADD COLUMN old_secret_until DATETIME(6) NULL;

-- A code that lets one more device in, as its SHA-256; a player has one at a time.
CREATE TABLE device_link (
  code_hash BINARY(32) NOT NULL,
  player_id BINARY(16) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  PRIMARY KEY (code_hash),
  UNIQUE KEY device_link_player (player_id),
  CONSTRAINT device_link_belongs_to_player FOREIGN KEY (player_id) REFERENCES player (id)
) ENGINE = InnoDB;

-- Each can be used once, which gives the next one of its family; as its SHA-256. Spent ones stay until they expire, so
-- that a second use is noticed.
CREATE TABLE refresh_token (
  hash BINARY(32) NOT NULL,
  family BINARY(16) NOT NULL,
  device_id BINARY(16) NOT NULL,
  player_id BINARY(16) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  spent_at DATETIME(6) NULL,
  PRIMARY KEY (hash),
  KEY refresh_token_family (family),
  KEY refresh_token_device (device_id),
  KEY refresh_token_expiry (expires_at)
) ENGINE = InnoDB;
