-- Streams of the pictures and videos that are there, for their owners. Those that the version before adds meanwhile get theirs
-- with the next thing that happens to them.
INSERT IGNORE INTO stream_head (stream_id, epoch, seq)
SELECT LOWER(CONCAT('media:', CONCAT_WS('-', SUBSTR(HEX(id), 1, 8), SUBSTR(HEX(id), 9, 4), SUBSTR(HEX(id), 13, 4),
  SUBSTR(HEX(id), 17, 4), SUBSTR(HEX(id), 21)))), FLOOR(RAND() * 4503599627370496), 0
FROM medium;

INSERT IGNORE INTO stream_reader (stream_id, player_id)
SELECT LOWER(CONCAT('media:', CONCAT_WS('-', SUBSTR(HEX(id), 1, 8), SUBSTR(HEX(id), 9, 4), SUBSTR(HEX(id), 13, 4),
  SUBSTR(HEX(id), 17, 4), SUBSTR(HEX(id), 21)))), owner_id
FROM medium WHERE owner_id <> x'00000000000000000000000000000000';
