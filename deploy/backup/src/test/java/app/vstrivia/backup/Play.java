package app.vstrivia.backup;

import app.vstrivia.backup.database.Server;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Answers that are stored all the time, each acknowledged once it is committed; some with an event on a stream. */
final class Play implements AutoCloseable {
    static final List<String> STREAMS = List.of("match:one", "match:two");

    private static final int PLAYERS = 2;
    private static final int EVENT_EVERY = 5;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    /**
     * An answer that was acknowledged.
     *
     * @param begun before the service sent it to the database
     * @param acknowledged after the database had committed it
     */
    record Acknowledged(String id, Instant begun, Instant acknowledged) {}

    private final Server server;
    private final ExecutorService players = Executors.newFixedThreadPool(PLAYERS);
    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean ended;

    Play(Server server) throws SQLException {
        this.server = server;
        try (Connection connection = server.connect();
                PreparedStatement head = connection.prepareStatement(
                        "INSERT INTO stream_head (stream_id, epoch, seq) VALUES (?, ?, 0)")) {
            for (String stream : STREAMS) {
                head.setString(1, stream);
                head.setLong(2, 1_000 + STREAMS.indexOf(stream));
                head.executeUpdate();
            }
        }
    }

    void begin() {
        for (int player = 0; player < PLAYERS; player++) {
            int number = player;
            running.add(players.submit(() -> {
                play(number);
                return null;
            }));
        }
    }

    private void play(int player) throws SQLException {
        try (Connection connection = server.connect()) {
            for (int number = 0; !ended; number++) {
                String id = player + "-" + number;
                Instant begun = Instant.now();
                if (number % EVENT_EVERY == 0) {
                    connection.setAutoCommit(false);
                    answer(connection, player, id, number);
                    event(connection, STREAMS.get(player), id);
                    connection.commit();
                    connection.setAutoCommit(true);
                } else {
                    answer(connection, player, id, number);
                }
                acknowledged.add(new Acknowledged(id, begun, Instant.now()));
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private static void answer(Connection connection, int player, String id, int number) throws SQLException {
        try (PreparedStatement answer = connection.prepareStatement("INSERT INTO answer (match_id, round_no, player_id,"
                + " answer_id, choices, elapsed_ms, received_at) VALUES (?, ?, ?, ?, 1, 700, UTC_TIMESTAMP(6))")) {
            answer.setBytes(1, bytes(player, number / 1_000));
            answer.setInt(2, number % 1_000);
            answer.setBytes(3, bytes(player, 0));
            answer.setString(4, id);
            answer.executeUpdate();
        }
    }

    private static void event(Connection connection, String stream, String id) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE stream_head SET seq = LAST_INSERT_ID(seq + 1) WHERE stream_id = '" + stream + "'");
            statement.executeUpdate("INSERT INTO change_event (stream_id, seq, kind, payload, created_at) VALUES ('"
                    + stream + "', LAST_INSERT_ID(), 'answer', '{\"id\":\"" + id
                    + "\",\"said\":\"l''été 🎲\"}', UTC_TIMESTAMP(6))");
        }
    }

    private static byte[] bytes(long high, long low) {
        return ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    }

    /** So far. */
    int count() {
        return acknowledged.size();
    }

    /** Ends the play; all that was acknowledged. */
    List<Acknowledged> end() throws Exception {
        ended = true;
        for (Future<?> player : running) {
            player.get();
        }
        return new ArrayList<>(acknowledged);
    }

    @Override
    public void close() {
        ended = true;
        players.shutdownNow();
    }
}
