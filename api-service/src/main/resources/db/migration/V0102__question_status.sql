-- A question has an ordinal and a draw slot as long as matches may draw it: approved, and of a type that they can play. All
-- others belong to their bucket without being counted in its size. The version before adds approved ones only.
ALTER TABLE question
  ADD COLUMN status VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'approved',
  MODIFY COLUMN ordinal INT NULL,
  MODIFY COLUMN draw_slot BIGINT NULL,
  ADD KEY question_status (status, id);
