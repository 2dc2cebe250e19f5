-- What a player may do besides playing: author, moderator, admin. granted_by is null where nobody gave it: the first admin.
CREATE TABLE player_role (
  player_id BINARY(16) NOT NULL,
  role VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  granted_by BINARY(16) NULL,
  granted_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  PRIMARY KEY (player_id, role),
  KEY player_role_role (role),
  CONSTRAINT player_role_belongs_to_player FOREIGN KEY (player_id) REFERENCES player (id)
) ENGINE = InnoDB;

-- Codes that make the first admin, as their SHA-256. The first one that is used takes all of them away.
CREATE TABLE admin_claim (
  code_hash BINARY(32) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  PRIMARY KEY (code_hash)
) ENGINE = InnoDB;
