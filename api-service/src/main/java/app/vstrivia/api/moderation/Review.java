package app.vstrivia.api.moderation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A row of the queue. */
record Review(
        UUID id, String kind, String status, List<String> labels, String reason, Instant openedAt, Instant decidedAt) {}
