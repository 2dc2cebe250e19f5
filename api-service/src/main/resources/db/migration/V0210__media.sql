-- Pictures and videos that authors bring. The files are in the private bucket, under media/<id>/.
CREATE TABLE medium (
  id BINARY(16) NOT NULL,
  owner_id BINARY(16) NOT NULL,
  kind VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- awaiting, uploaded, processing, ready or refused
  status VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Why it is refused.
  refusal VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- What moderation says: pending, approved or refused. Only approved ones are shown to others.
  review VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Of the file as it came; the hash is null for a video, and for a picture that a player has twice after a merge.
  type VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sha256 BINARY(32) NULL,
  bytes BIGINT NOT NULL,
  -- As it is shown.
  width INT NULL,
  height INT NULL,
  placeholder VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  color CHAR(7) CHARACTER SET ascii COLLATE ascii_bin NULL,
  created_at DATETIME(6) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY medium_content (owner_id, sha256),
  KEY medium_owner (owner_id, id),
  KEY medium_swept (status, changed_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What can be fetched of a medium that is ready: the sizes of a picture, or the video.
CREATE TABLE medium_file (
  medium_id BINARY(16) NOT NULL,
  name VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  type VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  width INT NULL,
  height INT NULL,
  bytes BIGINT NOT NULL,
  PRIMARY KEY (medium_id, name),
  CONSTRAINT medium_file_medium FOREIGN KEY (medium_id) REFERENCES medium (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
