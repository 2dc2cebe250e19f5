package app.vstrivia.backup.place;

import java.time.Instant;

/** What a place has under a key; the size in bytes. */
public record Stored(String key, long size, Instant modified) {}
