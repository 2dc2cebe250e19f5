-- body is JSON of what choices cannot say: a number, an order, accepted texts, a poll. choices is [] then.
ALTER TABLE question
  ADD COLUMN body TEXT NULL,
  ADD COLUMN media_kind VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN media_ref VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN time_limit SMALLINT NULL,
  ADD COLUMN attribution VARCHAR(500) NULL;
