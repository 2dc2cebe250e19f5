-- Access that ended before its tokens expire: of one device, or of all devices of the player if device is null.
CREATE TABLE revocation (
  id BIGINT NOT NULL AUTO_INCREMENT,
  player_id BINARY(16) NOT NULL,
  device CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  revoked_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY revocation_recent (revoked_at)
) ENGINE = InnoDB;
