-- JSON of the picture or video as everybody may fetch it, for the rounds of matches; written when the question is approved. In its
-- addresses {public} stands for where the public bucket is.
ALTER TABLE question ADD COLUMN shown TEXT NULL;
