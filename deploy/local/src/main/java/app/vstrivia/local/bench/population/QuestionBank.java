package app.vstrivia.local.bench.population;

import app.vstrivia.local.terminal.Terminal;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * A bank of as many questions as are asked for, in a language of its own: some categories have a hundred times as many as
 * others, as in real ones. The database makes the rows itself, so that none crosses the wire.
 */
public final class QuestionBank implements AutoCloseable {
    public static final String LANGUAGE = "zz";

    /** Each 10th, 100th and 1,000th question has the first, second and third. */
    public static final List<String> TAGS = List.of("tenth", "hundredth", "thousandth");

    private static final int CATEGORIES = 24;
    private static final List<String> DIFFICULTIES = List.of("easy", "medium", "hard");
    private static final int ROWS = 10_000;

    private static final String DIGIT = "(SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3"
            + " UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8"
            + " UNION ALL SELECT 9)";

    /** The parameters: bucket, slot of the first, ordinal of the first, number of the first, how many. */
    private static final String INSERT =
            "INSERT INTO question (id, type, text, choices, explanation, bucket_id, ordinal,"
                    + " draw_slot, source, licence, status, fingerprint, version, created_at)"
                    + " SELECT UNHEX(LPAD(HEX(n + first), 32, '0')), 'single',"
                    + " CONCAT('Which of these four is the right answer to question number ', n + first, ' of this big bank?'),"
                    + " CONCAT('[{\"text\":\"The right one is ', n, '\",\"correct\":true},{\"text\":\"Another one is ', n + 1,"
                    + " '\",\"correct\":false},{\"text\":\"A third one is ', n + 2, '\",\"correct\":false},"
                    + "{\"text\":\"The last one is ', n + 3, '\",\"correct\":false}]'),"
                    + " CONCAT('It is the one with the number ', n, ', since the others have greater ones.'),"
                    + " bucket, n + ordinal_0, n + slot_0, 'Benchmark', 'CC0-1.0', 'approved', UNHEX(SHA2(n + first, 256)), 1, NOW(6)"
                    + " FROM (SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d AS n FROM " + DIGIT + " a JOIN " + DIGIT
                    + " b JOIN "
                    + DIGIT + " c JOIN " + DIGIT + " e) numbers"
                    + " JOIN (SELECT ? AS bucket, ? AS slot_0, ? AS ordinal_0, ? AS first) place WHERE n < ? ORDER BY n";

    private final Connection connection;
    private final Random random = new Random(3);

    /** The number of the first question of each bucket, and how many there are. */
    private record Filled(int bucket, long first, int size) {}

    private final List<Filled> buckets = new ArrayList<>();
    private long made;

    private QuestionBank(Connection connection) {
        this.connection = connection;
    }

    public static QuestionBank open(String jdbcUrl, String user, String password) throws SQLException {
        Connection connection = DriverManager.getConnection(jdbcUrl + "&rewriteBatchedStatements=true", user, password);
        connection.setAutoCommit(false);
        return new QuestionBank(connection);
    }

    /** The slugs of its categories. */
    public static List<String> categories() {
        List<String> slugs = new ArrayList<>();
        for (int i = 0; i < CATEGORIES; i++) {
            slugs.add("benchmark-" + i);
        }
        return slugs;
    }

    /** Adds the questions. */
    public void fill(int questions, Terminal progress) throws SQLException {
        long begin = System.nanoTime();
        double weights = 0;
        for (int i = 0; i < CATEGORIES; i++) {
            weights += weight(i);
        }
        int told = 0;
        for (int i = 0; i < CATEGORIES; i++) {
            long category = added(
                    "INSERT INTO category (slug, name) VALUES (?, ?)",
                    categories().get(i),
                    "Category " + i);
            long upTo = i == CATEGORIES - 1
                    ? questions
                    : Math.min(questions, made + Math.round(questions * weight(i) / weights));
            for (int d = 0; d < DIFFICULTIES.size(); d++) {
                long left = upTo - made;
                fillBucket(category, DIFFICULTIES.get(d), (int) (left / (DIFFICULTIES.size() - d)));
                int percent = (int) (100 * made / questions);
                if (percent >= told + 10) {
                    told = percent;
                    progress.line(
                            String.format("  %,d questions, %d s", made, (System.nanoTime() - begin) / 1_000_000_000));
                }
            }
        }
        analyze();
    }

    private static double weight(int category) {
        return Math.pow(100, -(double) category / (CATEGORIES - 1));
    }

    private void fillBucket(long category, String difficulty, int size) throws SQLException {
        int bucket = (int) added(
                "INSERT INTO question_bucket (language, category_id, difficulty, size) VALUES (?, ?, ?, ?)",
                LANGUAGE,
                category,
                difficulty,
                size);
        buckets.add(new Filled(bucket, made, size));
        long first = made;
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int ordinal = 0; ordinal < size; ordinal += ROWS) {
                insert.setInt(1, bucket);
                insert.setLong(2, ((long) bucket << 32) + ordinal);
                insert.setInt(3, ordinal);
                insert.setLong(4, made);
                insert.setInt(5, Math.min(ROWS, size - ordinal));
                made += insert.executeUpdate();
                connection.commit();
            }
        }
        int apart = 1;
        for (String tag : TAGS) {
            apart *= 10;
            tag(bucket, tag, apart, first);
        }
    }

    /** Tags each so manieth question of the bucket, as the service does. */
    private void tag(int bucket, String tag, int apart, long first) throws SQLException {
        int pool = (int) added(
                "INSERT INTO question_tag_pool (bucket_id, type, tag, size) VALUES (?, 'choice', ?, ?)",
                bucket,
                tag,
                (int) ((made + apart - 1) / apart - (first + apart - 1) / apart));
        added(
                "INSERT INTO question_tag (question_id, tag) SELECT id, ? FROM question WHERE bucket_id = ?"
                        + " AND (ordinal + ?) % ? = 0",
                tag, bucket, first, apart);
        added(
                "INSERT INTO question_tag_slot (slot, question_id)"
                        + " SELECT ? + ROW_NUMBER() OVER (ORDER BY ordinal) - 1, id FROM question WHERE bucket_id = ?"
                        + " AND (ordinal + ?) % ? = 0",
                ((long) pool << 32) + (15L << 28), bucket, first, apart);
        connection.commit();
    }

    private long added(String sql, Object... values) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                return keys.next() ? keys.getLong(1) : 0;
            }
        }
    }

    private void analyze() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet report = statement.executeQuery("ANALYZE TABLE category, question_bucket, question,"
                        + " question_tag, question_tag_pool, question_tag_slot")) {
            while (report.next()) {
                if (report.getString("Msg_type").equals("Error")) {
                    throw new SQLException(report.getString("Msg_text"));
                }
            }
        }
        connection.commit();
    }

    /** Gives each pair of neighbours so many finished matches of ten questions each, all of the last days. */
    public void play(List<Player> players, int matches) throws SQLException {
        try (PreparedStatement match = connection.prepareStatement("INSERT INTO live_match (id, kind, phase, version,"
                        + " round_no, rounds, hold, scoring, pace, settings, nonce, asked, created_at, finished_at) VALUES"
                        + " (?, 'duel', 'finished', 50, 10, 10, 'none', 'kahoot', 'standard', '{}', '', ?,"
                        + " NOW(6) - INTERVAL ? HOUR, NOW(6) - INTERVAL ? HOUR)");
                PreparedStatement member = connection.prepareStatement("INSERT INTO match_player (match_id, player_id,"
                        + " name, bot, status, score, last_points, answer_ms, joined_at) VALUES (?, ?, ?, 0, 'active', 0, 0,"
                        + " 0, NOW(6) - INTERVAL ? HOUR)")) {
            for (int i = 0; i < matches; i++) {
                for (int pair = 0; pair + 1 < players.size(); pair += 2) {
                    byte[] id = bytes(new UUID(0x0199_0000_0000_7000L + i, random.nextLong()));
                    match.setBytes(1, id);
                    match.setBytes(2, lineup());
                    match.setInt(3, i + 1);
                    match.setInt(4, i + 1);
                    match.addBatch();
                    for (Player player : players.subList(pair, pair + 2)) {
                        member.setBytes(1, id);
                        member.setBytes(2, bytes(player.id()));
                        member.setString(3, player.name());
                        member.setInt(4, i + 1);
                        member.addBatch();
                    }
                }
                match.executeBatch();
                member.executeBatch();
                connection.commit();
            }
        }
    }

    /** Ten questions in short, as the service keeps them. */
    private byte[] lineup() {
        ByteBuffer buffer = ByteBuffer.allocate(10 * 24);
        for (int i = 0; i < 10; i++) {
            long number = random.nextLong(made);
            buffer.putLong(slotOf(number)).putLong(0).putLong(number);
        }
        return buffer.array();
    }

    private long slotOf(long number) {
        Filled filled = buckets.stream()
                .filter(bucket -> number >= bucket.first() && number < bucket.first() + bucket.size())
                .findFirst()
                .orElseThrow();
        return ((long) filled.bucket() << 32) + number - filled.first();
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
}
