-- A device whose access was revoked gets no token any more.
ALTER TABLE device ADD COLUMN revoked_at DATETIME(6) NULL;
