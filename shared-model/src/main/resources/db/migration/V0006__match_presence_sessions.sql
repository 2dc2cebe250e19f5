-- A player may have several sockets for a while: while one device moves, and with several devices.
ALTER TABLE match_presence DROP PRIMARY KEY, ADD PRIMARY KEY (match_id, player_id, session);
