-- taken_down is 1 for a version that somebody who moderates took down: it stays so, and so does the same content. withdrawal_reason
-- is what its authors read, in the moderator's words.
ALTER TABLE publication
  ADD COLUMN taken_down SMALLINT NOT NULL DEFAULT 0,
  ADD COLUMN withdrawal_reason VARCHAR(200) NULL;
