-- A quiz has up to 100 questions, of 24 bytes each.
ALTER TABLE live_match MODIFY COLUMN asked VARBINARY(2400) NULL;
