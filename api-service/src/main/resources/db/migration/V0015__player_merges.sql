-- A guest becomes part of the player whom its new identity belongs to, if the guest says so. The token is kept as its
-- SHA-256; a guest has one offer at a time, which is void when the identity is no longer that player's.
CREATE TABLE merge_offer (
  token_hash BINARY(32) NOT NULL,
  guest_id BINARY(16) NOT NULL,
  player_id BINARY(16) NOT NULL,
  identity_id BINARY(16) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  PRIMARY KEY (token_hash),
  UNIQUE KEY merge_offer_guest (guest_id),
  KEY merge_offer_player (player_id),
  KEY merge_offer_expiry (expires_at)
) ENGINE = InnoDB;

-- A guest that was merged stays, since matches name it, but nobody is it any more.
ALTER TABLE player
  ADD COLUMN merged_into BINARY(16) NULL,
  ADD KEY player_merged_into (merged_into);

CREATE INDEX live_match_host ON live_match (host_id);
