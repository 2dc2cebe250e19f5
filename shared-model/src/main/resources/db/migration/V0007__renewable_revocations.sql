-- A revocation after which new tokens can be had: of a player whose roles changed. The others are for good.
ALTER TABLE revocation ADD COLUMN renewable TINYINT NOT NULL DEFAULT 0;
