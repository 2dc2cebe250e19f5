package app.vstrivia.api.job;

import java.time.Instant;

/** Work that failed too often. */
public record FailedJob(String kind, String thing, int failures, Instant failedAt) {}
