-- JSON of what the last ten attempts came to, the oldest first; null before the first one.
ALTER TABLE webhook_delivery ADD COLUMN tries TEXT NULL;
