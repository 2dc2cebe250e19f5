-- The questions of a pool of a bucket that have one tag and that matches may draw; size is their number. They have the places
-- 0 to size - 1 in question_tag_slot, whose slot is id * 2^32 + 15 * 2^28 + place: drawing at random by tag is a look-up by key,
-- too. Whoever changes either holds the bucket's row. The version before knows nothing of them: what it approves is drawn by its
-- tags only when it has left its pool and come back; what it retires keeps its place, and is not drawn for its status.
CREATE TABLE question_tag_pool (
  id INT NOT NULL AUTO_INCREMENT,
  bucket_id INT NOT NULL,
  type VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  tag VARCHAR(50) NOT NULL,
  size INT NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY question_tag_pool_key (bucket_id, type, tag),
  KEY question_tag_pool_tag (tag),
  CONSTRAINT question_tag_pool_bucket FOREIGN KEY (bucket_id) REFERENCES question_bucket (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE question_tag_slot (
  slot BIGINT NOT NULL,
  question_id BINARY(16) NOT NULL,
  PRIMARY KEY (slot),
  KEY question_tag_slot_question (question_id)
) ENGINE = InnoDB;

INSERT INTO question_tag_pool (bucket_id, type, tag, size)
SELECT tagged.bucket_id, tagged.pool, tagged.tag, COUNT(*) FROM (
  SELECT q.bucket_id, CASE WHEN q.type IN ('single', 'multiple', 'boolean') THEN 'choice' ELSE q.type END AS pool, t.tag
  FROM question_tag t JOIN question q ON q.id = t.question_id WHERE q.status = 'approved' AND q.draw_slot IS NOT NULL
) tagged GROUP BY tagged.bucket_id, tagged.pool, tagged.tag;

INSERT INTO question_tag_slot (slot, question_id)
SELECT p.id * 4294967296 + 4026531840 + ROW_NUMBER() OVER (PARTITION BY p.id ORDER BY q.id) - 1, q.id
FROM question_tag t JOIN question q ON q.id = t.question_id
JOIN question_tag_pool p ON p.bucket_id = q.bucket_id AND p.tag = t.tag
  AND p.type = CASE WHEN q.type IN ('single', 'multiple', 'boolean') THEN 'choice' ELSE q.type END
WHERE q.status = 'approved' AND q.draw_slot IS NOT NULL;
