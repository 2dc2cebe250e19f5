-- What has been kept long enough goes through this view. An account that may SELECT and INSERT on audit_event, and DELETE
-- on the view alone, can neither change what was noted nor take out what is younger. 13 months, as Retention says.
CREATE SQL SECURITY DEFINER VIEW expired_audit_event AS
  SELECT id, at FROM audit_event WHERE at < NOW(6) - INTERVAL 396 DAY;
