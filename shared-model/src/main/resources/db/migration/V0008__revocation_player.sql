-- To find what is an erased player's without reading everything.
CREATE INDEX revocation_player ON revocation (player_id);
