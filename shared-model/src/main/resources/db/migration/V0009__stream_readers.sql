-- Who may watch a stream that is neither a match's nor a player's own.
CREATE TABLE stream_reader (
  stream_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  player_id BINARY(16) NOT NULL,
  PRIMARY KEY (stream_id, player_id),
  KEY stream_reader_player (player_id)
) ENGINE = InnoDB;
