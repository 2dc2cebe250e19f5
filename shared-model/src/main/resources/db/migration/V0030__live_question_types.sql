-- What cannot be said with choices alone: the scale on which a number is set, and what is right (JSON, null where the
-- mask says it).
ALTER TABLE match_round
  ADD COLUMN slider VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN solution TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL;

-- An answer that is no choice: # and a number, > and an order, = and a text of up to 200 characters. choices is 0 then.
ALTER TABLE answer ADD COLUMN given VARCHAR(201) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL;
