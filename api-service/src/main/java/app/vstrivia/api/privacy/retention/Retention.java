package app.vstrivia.api.privacy.retention;

import java.time.Duration;
import java.util.List;

/** What is kept how long. What is not in here is kept as long as its player, or for ever; the README says which. */
final class Retention {
    /** Rows that are deleted at once. */
    static final int BATCH = 1_000;

    /** Between two of them, so that others get their turn at the disk. */
    static final Duration PAUSE = Duration.ofMillis(50);

    /** Tables with a column, with an index, that tells since when a row is old. */
    static final List<ByAge> BY_AGE = List.of(
            new ByAge("matchmaking_ticket", "created_at", Duration.ofDays(7)),
            new ByAge("refresh_token", "expires_at", Duration.ZERO),
            new ByAge("device_link", "expires_at", Duration.ZERO),
            new ByAge("sign_in_nonce", "expires_at", Duration.ZERO),
            new ByAge("merge_offer", "expires_at", Duration.ZERO),
            new ByAge("idempotency_record", "expires_at", Duration.ZERO),
            new ByAge("login", "logged_in_at", Duration.ofDays(180)),
            new ByAge("revocation", "revoked_at", Duration.ofHours(2)),
            new ByAge("audit_event", "at", Duration.ofDays(396)).through("expired_audit_event"),
            new ByAge("webhook_delivery", "created_at", Duration.ofDays(30)),
            // With its items and members, which refer to it; who is not in the trash has no such moment.
            new ByAge("quiz", "trashed_at", Duration.ofDays(30)));

    private static final List<Part> DETAILS = List.of(
            new Part("answer", "match_id"),
            new Part("match_presence", "match_id"),
            new Part("change_event", "stream_id"),
            new Part("stream_head", "stream_id"));

    private static final List<Part> RESULTS = List.of(
            new Part("match_round", "match_id"), new Part("match_player", "match_id"), new Part("live_match", "id"));

    /** What belongs to matches, by the time since their end; of each match in this order, the match itself last. */
    static final List<OfMatches> OF_MATCHES = List.of(
            new OfMatches("match-details", Duration.ofDays(30), DETAILS),
            new OfMatches("match-results", Duration.ofDays(730), RESULTS));

    private Retention() {}

    /**
     * Rows go when {@code column} is longer ago than {@code age}.
     *
     * @param from what they are deleted from: the table itself, or a view of it that has no others
     */
    record ByAge(String table, String column, Duration age, String from) {
        ByAge(String table, String column, Duration age) {
            this(table, column, age, table);
        }

        ByAge through(String view) {
            return new ByAge(table, column, age, view);
        }
    }

    /** @param rule names how far it has come, for ever */
    record OfMatches(String rule, Duration age, List<Part> parts) {}

    /** The rows of a match in a table; {@code key} is {@code stream_id} where the match's stream names them. */
    record Part(String table, String key) {
        boolean isOfStream() {
            return key.equals("stream_id");
        }
    }
}
