package app.vstrivia.api.privacy.export;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.PreparedStatement;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known about a player. A new table with something about players needs one more section, or a word in the test
 * why not.
 */
@ApplicationScoped
class SectionStore {
    private static final int ROWS_AT_ONCE = 200;

    /** The player, and whoever was merged into that one and left something behind. */
    private static final String ALL_THAT_YOU_WERE =
            "(SELECT id FROM player WHERE id = ? UNION ALL SELECT id FROM player WHERE merged_into = ?)";

    static final List<Section> SECTIONS = List.of(
            Section.of("player", "You.", "SELECT id, name, created_at FROM player WHERE id = ?"),
            Section.of(
                    "devices",
                    "The apps and browsers that you registered.",
                    "SELECT id, name, created_at, last_seen_at, revoked_at FROM device WHERE player_id = ?"
                            + " ORDER BY created_at"),
            Section.of(
                    "sessions",
                    "Until when which device can stay signed in.",
                    "SELECT r.device_id, r.expires_at, r.spent_at FROM device d JOIN refresh_token r ON r.device_id = d.id"
                            + " WHERE d.player_id = ? ORDER BY r.expires_at"),
            Section.of(
                    "identities",
                    "With what else you may sign in.",
                    "SELECT id, provider, issuer, subject, linked_at FROM linked_identity WHERE player_id = ?"
                            + " ORDER BY linked_at"),
            Section.of(
                    "sign-ins",
                    "When and from where you signed in.",
                    "SELECT logged_in_at, method, device_id, address FROM login WHERE player_id = ? ORDER BY id"),
            Section.of(
                    "deeds",
                    "What you did that is noted for safety: when, to what, and from where.",
                    "SELECT at, action, subject, address, request_id, COALESCE(details, '{}') AS `details:json`"
                            + " FROM audit_event WHERE actor IN " + ALL_THAT_YOU_WERE + " ORDER BY id"),
            Section.of(
                    "roles",
                    "What you may do besides playing.",
                    "SELECT role, granted_at FROM player_role WHERE player_id = ? ORDER BY role"),
            Section.of(
                    "tickets",
                    "When you looked for a duel.",
                    "SELECT id, name, settings AS `settings:json`, status, match_id, created_at FROM matchmaking_ticket"
                            + " WHERE player_id IN " + ALL_THAT_YOU_WERE + " ORDER BY created_at"),
            Section.of(
                    "matches",
                    "The matches that you played, and how.",
                    "SELECT m.id, m.kind, m.phase, m.created_at, m.finished_at, m.end_reason, p.name, p.status,"
                            + " p.joined_at, p.score, p.answer_ms FROM match_player p JOIN live_match m ON m.id = p.match_id"
                            + " WHERE p.player_id = ? ORDER BY p.joined_at"),
            Section.of(
                    "hosted-matches",
                    "The rooms that you opened.",
                    "SELECT id, kind, phase, pin, settings AS `settings:json`, quiz_id, quiz_version, created_at,"
                            + " finished_at FROM live_match"
                            + " WHERE host_id = ? ORDER BY created_at"),
            Section.of(
                    "answers",
                    "What you answered; whether it was right once that is out.",
                    "SELECT a.match_id, a.round_no, r.text, r.choices AS `offered:json`, a.choices AS `answered:choices`,"
                            + " SUBSTRING(a.given, 2) AS given, a.elapsed_ms, a.received_at, a.correct, a.points FROM match_player p"
                            + " JOIN match_round r ON r.match_id = p.match_id"
                            + " JOIN answer a ON a.match_id = p.match_id AND a.round_no = r.round_no"
                            + " AND a.player_id = p.player_id WHERE p.player_id = ? ORDER BY p.joined_at, a.round_no"),
            Section.of(
                    "questions",
                    "What your matches asked, up to the rounds that are over.",
                    "SELECT p.match_id, r.round_no, r.category, r.text, r.choices AS `offered:json` FROM match_player p"
                            + " JOIN live_match m ON m.id = p.match_id JOIN match_round r ON r.match_id = m.id"
                            + " AND (r.round_no < m.round_no OR r.round_no = m.round_no AND m.phase = 'finished')"
                            + " WHERE p.player_id = ? ORDER BY p.joined_at, r.round_no"),
            Section.of(
                    "reports",
                    "What you found wrong with questions, until somebody has seen to it.",
                    "SELECT q.text AS question, r.reason, r.text, r.reported_at FROM question_report r"
                            + " JOIN question q ON q.id = r.question_id WHERE r.player_id IN " + ALL_THAT_YOU_WERE
                            + " UNION ALL SELECT question, reason, text, reported_at FROM quiz_report"
                            + " WHERE player_id IN " + ALL_THAT_YOU_WERE + " ORDER BY reported_at"),
            Section.of(
                    "quizzes",
                    "The quizzes that you own or work on.",
                    "SELECT z.id, m.access, z.title, z.description, z.language, z.cover_id, z.revision, z.scoring,"
                            + " z.seconds_per_question, z.shuffle_questions, z.shuffle_choices, m.added_at, z.created_at,"
                            + " z.updated_at, z.trashed_at FROM quiz_member m JOIN quiz z ON z.id = m.quiz_id"
                            + " WHERE m.player_id = ? AND (z.trashed_at IS NULL OR m.access = 'owner') ORDER BY z.id"),
            Section.of(
                    "quiz-items",
                    "What is in the quizzes that you own: questions of the bank by their ids, and your own.",
                    "SELECT i.quiz_id, i.item_no, i.id, i.question_id, i.type, i.text, i.choices AS `choices:json`,"
                            + " i.body AS `body:json`, i.explanation, i.media_kind, i.media_ref, i.time_limit, i.source,"
                            + " i.licence, i.attribution, i.media_alternative, i.media_licence, i.media_attribution"
                            + " FROM quiz_member m JOIN quiz_item i ON i.quiz_id = m.quiz_id"
                            + " WHERE m.player_id = ? AND m.access = 'owner' ORDER BY i.quiz_id, i.item_no"),
            Section.of(
                    "media",
                    "The pictures and videos that you brought; the files themselves are where you see them.",
                    "SELECT m.id, m.kind, m.status, m.refusal, m.review, m.type, m.bytes, m.width, m.height, m.created_at,"
                            + " (SELECT COUNT(*) FROM medium_file f WHERE f.medium_id = m.id) AS files"
                            + " FROM medium m WHERE m.owner_id = ? ORDER BY m.id"),
            Section.of(
                    "imports",
                    "The files of questions that you imported in the background, for a week.",
                    "SELECT id, request AS `request:json`, status, read_items, added, duplicates, refused, created_at,"
                            + " ended_at FROM question_import WHERE owner_id = ? ORDER BY created_at"),
            Section.of(
                    "webhooks",
                    "Where you have what happens told.",
                    "SELECT id, url, format, disabled_at, disabled_why, created_at, (SELECT GROUP_CONCAT(k.kind) FROM"
                            + " webhook_kind k WHERE k.webhook_id = w.id) AS kinds FROM webhook w WHERE owner_id = ?"
                            + " ORDER BY id"),
            Section.of(
                    "webhook-deliveries",
                    "What was told there, for a month.",
                    "SELECT d.id, d.webhook_id, d.kind, d.body AS `sent:json`, d.status, d.attempts, d.created_at,"
                            + " d.tried_at, d.response_status, d.error, d.response FROM webhook w"
                            + " JOIN webhook_delivery d ON d.webhook_id = w.id WHERE w.owner_id = ? ORDER BY d.id"),
            Section.of(
                    "publications",
                    "The quizzes that you had published, and what became of that.",
                    "SELECT id, quiz_id, revision, title, questions, status, version, problem, created_at, ended_at"
                            + " FROM publication WHERE asked_by = ? ORDER BY created_at"),
            Section.ofStream(
                    "events",
                    "What you were told.",
                    "SELECT seq, kind, payload AS `data:json`, created_at FROM change_event WHERE stream_id = ?"
                            + " ORDER BY seq"));

    private final Pool pool;

    SectionStore(Pool pool) {
        this.pool = pool;
    }

    /** Hands over the rows one by one, with a few of them in memory at a time. Waits. */
    void read(Section section, PlayerId player, RowReader reader) {
        SqlConnection connection = pool.getConnectionAndAwait();
        try {
            Transaction transaction = connection.beginAndAwait();
            PreparedStatement statement = connection.prepareAndAwait(section.query());
            read(statement, values(section, player), reader);
            if (section.ofEachGuest()) {
                guests(connection, player).forEach(guest -> read(statement, values(section, guest), reader));
            }
            statement.closeAndAwait();
            transaction.commitAndAwait();
        } finally {
            connection.closeAndAwait();
        }
    }

    private static void read(PreparedStatement statement, Tuple values, RowReader reader) {
        Cursor cursor = statement.cursor(values);
        boolean more = true;
        while (more) {
            for (Row row : cursor.readAndAwait(ROWS_AT_ONCE)) {
                reader.read(columns(row));
            }
            more = cursor.hasMore();
        }
        cursor.closeAndAwait();
    }

    private static List<PlayerId> guests(SqlConnection connection, PlayerId player) {
        return connection
                .preparedQuery("SELECT id FROM player WHERE merged_into = ? ORDER BY id")
                .executeAndAwait(Values.of(player))
                .stream()
                .map(row -> PlayerId.of(row.getBuffer(0)))
                .toList();
    }

    private static Tuple values(Section section, PlayerId player) {
        Tuple values = Tuple.tuple();
        Object key = section.key().apply(player);
        section.query().chars().filter(character -> character == '?').forEach(each -> Values.add(values, key));
        return values;
    }

    private static Map<String, Object> columns(Row row) {
        Map<String, Object> columns = new LinkedHashMap<>();
        for (int column = 0; column < row.size(); column++) {
            columns.put(row.getColumnName(column), value(row, column));
        }
        return columns;
    }

    /** What is neither a text, a number, a moment nor an identifier is refused: it may be a secret. */
    private static Object value(Row row, int column) {
        Object value = row.getValue(column);
        if (value == null || value instanceof String || value instanceof Number || value instanceof LocalDateTime) {
            return value;
        }
        Buffer bytes = row.getBuffer(column);
        if (bytes.length() != 2 * Long.BYTES) {
            throw new IllegalStateException("not to be exported: " + row.getColumnName(column));
        }
        return UuidV7.fromBuffer(bytes);
    }

    /** Takes the columns of a row, in their order. */
    interface RowReader {
        void read(Map<String, Object> columns);
    }
}
