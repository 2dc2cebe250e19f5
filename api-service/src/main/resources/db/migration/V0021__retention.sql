-- How far the rules that delete what belongs to finished matches have come; the matches up to there are done with.
CREATE TABLE retention_mark (
  rule VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  finished_at DATETIME(6) NOT NULL,
  match_id BINARY(16) NOT NULL,
  PRIMARY KEY (rule)
) ENGINE = InnoDB;

-- To find what is old, and what is somebody's, without reading everything.
CREATE INDEX live_match_finished ON live_match (finished_at);
CREATE INDEX matchmaking_ticket_age ON matchmaking_ticket (created_at);
CREATE INDEX matchmaking_ticket_player ON matchmaking_ticket (player_id);
CREATE INDEX device_link_expiry ON device_link (expires_at);
