-- Which questions are much alike: texts that share a key are candidates. place bounds how many a key may have, since “What is the
-- capital of …?” is written a thousand times.
CREATE TABLE question_likeness (
  band_key BIGINT NOT NULL,
  place TINYINT NOT NULL,
  question_id BINARY(16) NOT NULL,
  PRIMARY KEY (band_key, place)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
