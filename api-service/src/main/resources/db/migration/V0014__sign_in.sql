-- Whom a provider of identities vouches for. Issuer and subject name a person for good.
CREATE TABLE linked_identity (
  id BINARY(16) NOT NULL,
  provider VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  issuer VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  player_id BINARY(16) NOT NULL,
  linked_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY linked_identity_subject (issuer, subject),
  KEY linked_identity_player (player_id),
  CONSTRAINT linked_identity_belongs_to_player FOREIGN KEY (player_id) REFERENCES player (id)
) ENGINE = InnoDB;

-- What a client has a provider put into a token, so that the token is good once; as its SHA-256.
CREATE TABLE sign_in_nonce (
  hash BINARY(32) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  PRIMARY KEY (hash),
  KEY sign_in_nonce_expiry (expires_at)
) ENGINE = InnoDB;

-- Who signed in. method is device-secret, merge or the name of a provider.
CREATE TABLE login (
  id BIGINT NOT NULL AUTO_INCREMENT,
  player_id BINARY(16) NOT NULL,
  device_id BINARY(16) NOT NULL,
  method VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  address VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NULL,
  logged_in_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY login_player (player_id, logged_in_at),
  KEY login_age (logged_in_at)
) ENGINE = InnoDB;

-- Who was put out does not come back in through a linked identity either.
ALTER TABLE player ADD COLUMN put_out_at DATETIME(6) NULL;

UPDATE player p
JOIN (
  SELECT player_id, MAX(revoked_at) AS put_out_at FROM revocation WHERE device IS NULL GROUP BY player_id
) r ON r.player_id = p.id
SET p.put_out_at = r.put_out_at;
