-- Which socket last spoke for a player; no row, no socket. Apart from match_player, so that comings and goings do not
-- wait for the scoring of a round, nor it for them. match_player.session is not written any more.
CREATE TABLE match_presence (
  match_id BINARY(16) NOT NULL,
  player_id BINARY(16) NOT NULL,
  session BINARY(16) NOT NULL,
  PRIMARY KEY (match_id, player_id)
) ENGINE = InnoDB;

INSERT INTO match_presence (match_id, player_id, session)
SELECT p.match_id, p.player_id, p.session
FROM match_player p JOIN live_match m ON m.id = p.match_id
WHERE p.session IS NOT NULL AND m.phase <> 'finished';
