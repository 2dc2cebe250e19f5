-- The lineup in short, to see quickly what players met lately: draw slot (8 bytes) and id (16 bytes) of the question of each
-- round, in their order. Null before the start.
ALTER TABLE live_match ADD COLUMN asked VARBINARY(1200) NULL;

-- Of matches that are over and recent; what runs now is missed.
SET SESSION group_concat_max_len = 1200;

UPDATE live_match m JOIN (
  SELECT r.match_id, GROUP_CONCAT(UNHEX(LPAD(HEX(COALESCE(q.draw_slot, -1)), 16, '0')), r.question_id
    ORDER BY r.round_no SEPARATOR '') AS asked
  FROM live_match f
  JOIN match_round r ON r.match_id = f.id
  JOIN question q ON q.id = r.question_id
  WHERE f.phase = 'finished' AND f.finished_at > NOW() - INTERVAL 30 DAY
  GROUP BY r.match_id
) past ON past.match_id = m.id
SET m.asked = past.asked;
