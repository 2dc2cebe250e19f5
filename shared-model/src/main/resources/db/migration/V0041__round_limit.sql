-- How long answers to a round count, in ms; null where the pace of the match says it.
ALTER TABLE match_round ADD COLUMN limit_ms INT NULL;
