-- When a stream last changed: which of very many did so lately can be asked for without naming them all.
ALTER TABLE stream_head
  ADD COLUMN changed_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
  ADD KEY stream_head_changed (changed_at);
