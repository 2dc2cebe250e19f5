-- When somebody asks for work that a worker does at this moment, wanted_at is when it is to be done once more; else null. Only the
-- workers of this version look at it, and their names in picked_by begin with worker2.
ALTER TABLE job ADD COLUMN wanted_at DATETIME(6) NULL;
