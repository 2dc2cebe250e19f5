-- Work for later: the table of db-scheduler. A row is written in the transaction of the change that asks for the work, and
-- goes when the work is done. picked, picked_by and last_heartbeat say which worker has it; an execution_time in the year
-- 9999 means that it failed for good and waits for somebody to repeat it.
CREATE TABLE job (
  task_name VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  task_instance VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  task_data BLOB NULL,
  execution_time DATETIME(6) NOT NULL,
  picked TINYINT NOT NULL,
  picked_by VARCHAR(50) CHARACTER SET ascii COLLATE ascii_bin NULL,
  last_success DATETIME(6) NULL,
  last_failure DATETIME(6) NULL,
  consecutive_failures INT NULL,
  last_heartbeat DATETIME(6) NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (task_name, task_instance),
  KEY job_due (execution_time),
  KEY job_heartbeat (last_heartbeat)
) ENGINE = InnoDB;
