package app.vstrivia.local.bench.population;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The statements of the benchmarks. */
final class BenchStore implements AutoCloseable {
    /** In which phase a room is put into the database. */
    enum Phase {
        STARTING,
        OPEN
    }

    /** @param players who play; the host only if among them */
    record Room(UUID id, Player host, List<Player> players) {}

    private static final int BATCH = 1_000;
    private static final String LATER = "NOW(6) + INTERVAL 6 HOUR";
    private static final String SETTINGS = "{\"categories\":[],\"difficulties\":[\"easy\",\"medium\",\"hard\"],"
            + "\"count\":1,\"language\":\"en\",\"scoring\":\"kahoot\",\"pace\":\"relaxed\"}";

    private final Connection connection;

    private BenchStore(Connection connection) {
        this.connection = connection;
    }

    static BenchStore open(String jdbcUrl, String user, String password) throws SQLException {
        Connection connection = DriverManager.getConnection(jdbcUrl + "&rewriteBatchedStatements=true", user, password);
        connection.setAutoCommit(false);
        return new BenchStore(connection);
    }

    void addPlayers(List<Player> players) throws SQLException {
        try (Batch batch = new Batch("INSERT INTO player (id, name) VALUES (?, ?)")) {
            for (Player player : players) {
                batch.add(bytes(player.id()), player.name());
            }
        }
        addStreams("player:", players.stream().map(Player::id).toList());
        connection.commit();
    }

    void addRooms(List<Room> rooms, Phase phase) throws SQLException {
        addStreams("match:", rooms.stream().map(Room::id).toList());
        try (Batch batch = new Batch(matchInsert(phase))) {
            for (Room room : rooms) {
                batch.add(bytes(room.id()), bytes(room.host().id()), SETTINGS);
            }
        }
        try (Batch batch = new Batch("INSERT INTO match_player (match_id, player_id, name, bot, status, score,"
                + " last_points, answer_ms, joined_at) VALUES (?, ?, ?, 0, 'active', 0, 0, 0, NOW(6))")) {
            for (Room room : rooms) {
                for (Player player : room.players()) {
                    batch.add(bytes(room.id()), bytes(player.id()), player.name());
                }
            }
        }
        try (Batch batch = new Batch("INSERT INTO match_round (match_id, round_no, question_id, question_version, type,"
                + " category, difficulty, text, choices, correct) VALUES (?, 1, ?, 1, 'single', 'Benchmarks', 'easy',"
                + " 'Which one?', '[\"This\",\"That\"]', 1)")) {
            for (Room room : rooms) {
                batch.add(bytes(room.id()), bytes(room.id()));
            }
        }
        connection.commit();
    }

    /** earliest_seal_at keeps a round open though everybody has answered, as it does for bots that still think. */
    private static String matchInsert(Phase phase) {
        boolean open = phase == Phase.OPEN;
        return "INSERT INTO live_match (id, kind, phase, version, phase_ends_at, round_no, rounds, round_opened_at,"
                + " round_closes_at, earliest_seal_at, hold, host_id, scoring, pace, settings, nonce, created_at)"
                + " VALUES (?, 'room', '" + (open ? "open" : "starting") + "', 1, " + LATER + ", " + (open ? 1 : 0)
                + ", 1, " + (open ? "NOW(6), " + LATER + ", " + LATER : "NULL, NULL, NULL")
                + ", 'none', ?, 'kahoot', 'relaxed', ?, '0123456789abcdef0123456789abcdef', NOW(6))";
    }

    private void addStreams(String prefix, List<UUID> things) throws SQLException {
        try (Batch batch = new Batch("INSERT INTO stream_head (stream_id, epoch, seq) VALUES (?, 1, 0)")) {
            for (UUID thing : things) {
                batch.add(prefix + thing);
            }
        }
    }

    List<String> moments(List<String> streams) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT seq,"
                + " TIMESTAMPDIFF(MICROSECOND, '1970-01-01', created_at) FROM change_event WHERE stream_id = ?")) {
            for (String stream : streams) {
                select.setString(1, stream);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        lines.add(stream + " " + rows.getLong(1) + " " + rows.getLong(2));
                    }
                }
            }
        }
        connection.rollback();
        return lines;
    }

    long reads() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SHOW GLOBAL STATUS LIKE 'Com_select'");
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(2);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Many rows of one statement. */
    private final class Batch implements AutoCloseable {
        private final PreparedStatement statement;
        private int rows;

        Batch(String sql) throws SQLException {
            statement = connection.prepareStatement(sql);
        }

        void add(Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.addBatch();
            if (++rows % BATCH == 0) {
                statement.executeBatch();
            }
        }

        @Override
        public void close() throws SQLException {
            statement.executeBatch();
            statement.close();
        }
    }
}
