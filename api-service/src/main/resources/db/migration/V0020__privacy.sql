-- When everything about a player is to be erased, unless the player signs in before; null if nobody asked for it.
ALTER TABLE player ADD COLUMN erase_at DATETIME(6) NULL;

-- What players asked to have of all that is known about them, the last one of each. It is being made while made_at is null or
-- earlier than requested_at.
CREATE TABLE player_export (
  player_id BINARY(16) NOT NULL,
  requested_at DATETIME(6) NOT NULL,
  made_at DATETIME(6) NULL,
  PRIMARY KEY (player_id)
) ENGINE = InnoDB;
