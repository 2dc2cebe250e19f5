-- What a round shows beside its text, and what has to be said of its makers. media is JSON of the picture or video, as everybody
-- may fetch it; null if it shows none. media_licence is null if it is the question's.
ALTER TABLE match_round
  ADD COLUMN attribution VARCHAR(500) NULL,
  ADD COLUMN media TEXT NULL,
  ADD COLUMN media_licence VARCHAR(100) NULL,
  ADD COLUMN media_attribution VARCHAR(500) NULL;
