-- The approved questions of a bucket that choices cannot say, by their type; those of choices are the bucket's size. Whoever
-- changes it holds the bucket's row. Their draw slots are bucket_id * 2^32 + n * 2^28 + ordinal, where n is 8 for numeric, 9
-- for ordering, 10 for text and 11 for poll. The column ordinal stays null: the version before takes a question with one for
-- one of choices.
CREATE TABLE question_pool (
  bucket_id INT NOT NULL,
  type VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  size INT NOT NULL,
  PRIMARY KEY (bucket_id, type),
  CONSTRAINT question_pool_bucket FOREIGN KEY (bucket_id) REFERENCES question_bucket (id)
) ENGINE = InnoDB;

UPDATE question q JOIN (
  SELECT id, ROW_NUMBER() OVER (PARTITION BY bucket_id, type ORDER BY id) - 1 AS place
  FROM question WHERE status = 'approved' AND type IN ('numeric', 'ordering', 'text', 'poll')
) numbered ON numbered.id = q.id
SET q.draw_slot = q.bucket_id * 4294967296
  + (CASE q.type WHEN 'numeric' THEN 8 WHEN 'ordering' THEN 9 WHEN 'text' THEN 10 ELSE 11 END) * 268435456 + numbered.place;

INSERT INTO question_pool (bucket_id, type, size)
SELECT bucket_id, type, COUNT(*) FROM question
WHERE status = 'approved' AND type IN ('numeric', 'ordering', 'text', 'poll') AND draw_slot IS NOT NULL
GROUP BY bucket_id, type;
