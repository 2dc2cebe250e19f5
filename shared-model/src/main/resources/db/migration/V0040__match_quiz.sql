-- The version of a published quiz that a room plays; null where a recipe says what is asked. It is set when the room is opened and
-- never later, so that what is published afterwards does not reach the match.
ALTER TABLE live_match
  ADD COLUMN quiz_id BINARY(16) NULL,
  ADD COLUMN quiz_version INT NULL;
