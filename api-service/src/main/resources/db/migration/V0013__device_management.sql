-- What players call their devices, when these were used last, and a secret that was replaced a moment ago.
ALTER TABLE device
  ADD COLUMN name VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ADD COLUMN last_seen_at DATETIME(6) NULL,
  ADD COLUMN old_secret_hash BINARY(32) NULL,
  ADD COLUMN old_secret_until DATETIME(6) NULL;

-- A code that lets one more device in, as its SHA-256; a player has one at a time. device_id asked for it.
CREATE TABLE device_link (
  code_hash BINARY(32) NOT NULL,
  player_id BINARY(16) NOT NULL,
  device_id BINARY(16) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  PRIMARY KEY (code_hash),
  UNIQUE KEY device_link_player (player_id),
  CONSTRAINT device_link_belongs_to_player FOREIGN KEY (player_id) REFERENCES player (id)
) ENGINE = InnoDB;

-- The refresh tokens that follow from a device's last sign-in, as SHA-256s: of what all of them share, of the one that is
-- good, and of the one that was spent for it. Any other of the family is used by somebody who should not have it.
CREATE TABLE refresh_token (
  device_id BINARY(16) NOT NULL,
  family_hash BINARY(32) NOT NULL,
  hash BINARY(32) NOT NULL,
  spent_hash BINARY(32) NULL,
  spent_at DATETIME(6) NULL,
  repeats TINYINT UNSIGNED NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  ends_at DATETIME(6) NOT NULL,
  PRIMARY KEY (device_id),
  UNIQUE KEY refresh_token_family (family_hash),
  KEY refresh_token_expiry (expires_at)
) ENGINE = InnoDB;
