package app.vstrivia.local.prove.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads matches straight from the database, for it alone is the truth. One connection for each read: few are enough. */
public final class AuditStore {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;
    private final String user;
    private final String password;

    /** @param url for JDBC */
    public AuditStore(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /**
     * All of it as of one moment.
     *
     * @throws SQLException also while the database is away
     */
    public MatchFacts read(String match) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return read(connection, match);
        }
    }

    private static MatchFacts read(Connection connection, String match) throws SQLException {
        byte[] id = bytes(match);
        try (PreparedStatement head = connection.prepareStatement("SELECT m.phase, m.end_reason, m.rounds, h.epoch,"
                + " h.seq FROM live_match m JOIN stream_head h ON h.stream_id = ? WHERE m.id = ?")) {
            head.setString(1, "match:" + match);
            head.setBytes(2, id);
            try (ResultSet row = head.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("there is no match " + match);
                }
                return new MatchFacts(
                        match,
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getLong(4),
                        row.getLong(5),
                        events(connection, match),
                        answers(connection, id),
                        scores(connection, id));
            }
        }
    }

    private static List<MatchFacts.Event> events(Connection connection, String match) throws SQLException {
        List<MatchFacts.Event> events = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT seq, kind, payload,"
                + " TIMESTAMPDIFF(MICROSECOND, '1970-01-01', created_at) FROM change_event WHERE stream_id = ?"
                + " ORDER BY seq")) {
            query.setString(1, "match:" + match);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    events.add(new MatchFacts.Event(
                            row.getLong(1), row.getString(2), json(row.getString(3)), row.getLong(4) / 1_000.0));
                }
            }
        }
        return events;
    }

    private static List<MatchFacts.Answer> answers(Connection connection, byte[] match) throws SQLException {
        List<MatchFacts.Answer> answers = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT round_no, player_id, answer_id, choices,"
                + " elapsed_ms, correct, points FROM answer WHERE match_id = ?")) {
            query.setBytes(1, match);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    boolean scored = row.getObject(7) != null;
                    answers.add(new MatchFacts.Answer(
                            row.getInt(1),
                            uuid(row.getBytes(2)),
                            row.getString(3),
                            choices(row.getInt(4)),
                            row.getInt(5),
                            scored ? row.getInt(6) == 1 : null,
                            scored ? row.getInt(7) : null));
                }
            }
        }
        return answers;
    }

    private static Map<String, Integer> scores(Connection connection, byte[] match) throws SQLException {
        Map<String, Integer> scores = new HashMap<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT player_id, score FROM match_player WHERE match_id = ?")) {
            query.setBytes(1, match);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    scores.put(uuid(row.getBytes(1)), row.getInt(2));
                }
            }
        }
        return scores;
    }

    private static List<Integer> choices(int mask) {
        List<Integer> choices = new ArrayList<>();
        for (int choice = 0; choice < Integer.SIZE; choice++) {
            if ((mask & 1 << choice) != 0) {
                choices.add(choice);
            }
        }
        return choices;
    }

    private static byte[] bytes(String uuid) {
        UUID id = UUID.fromString(uuid);
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static String uuid(byte[] bytes) {
        ByteBuffer id = ByteBuffer.wrap(bytes);
        return new UUID(id.getLong(), id.getLong()).toString();
    }

    private static JsonNode json(String text) throws SQLException {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new SQLException("an event is no JSON: " + text, notJson);
        }
    }
}
