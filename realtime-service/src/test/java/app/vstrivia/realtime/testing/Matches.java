package app.vstrivia.realtime.testing;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.match.Pace;
import app.vstrivia.model.sql.Values;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.model.stream.StreamLog;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Makes matches as api-service does. In each round the choices are w, x, y, z, and x (1) is right. */
@ApplicationScoped
public class Matches {
    public static final String SECRET = "only the reveal may say this";

    private final Pool pool;
    private final StreamLog log;

    Matches(Pool pool, StreamLog log) {
        this.pool = pool;
        this.log = log;
    }

    public PlayerId player() {
        PlayerId player = PlayerId.next();
        log.create(pool, StreamId.of(player)).await().indefinitely();
        return player;
    }

    /** A duel that starts in {@code startsInMs}. */
    public MatchId duel(int rounds, Pace pace, int startsInMs, PlayerId... players) {
        MatchId match = MatchId.next();
        execute(
                "INSERT INTO live_match (id, kind, phase, version, phase_ends_at, round_no, rounds, hold, scoring, pace,"
                        + " settings, nonce, lineup_hash, created_at) VALUES (?, 'duel', 'starting', 1,"
                        + " NOW(6) + INTERVAL ? MICROSECOND, 0, ?, 'none', 'kahoot', ?, '{}', ?, ?, NOW(6))",
                Values.of(
                        match.toBuffer(),
                        startsInMs * 1000,
                        rounds,
                        pace.wire(),
                        "0123456789abcdef0123456789abcdef",
                        "0".repeat(64)));
        for (int round = 1; round <= rounds; round++) {
            execute(
                    "INSERT INTO match_round (match_id, round_no, question_id, question_version, type, category,"
                            + " difficulty, text, choices, correct, explanation) VALUES (?, ?, ?, 1, 'single', 'Science',"
                            + " 'easy', ?, '[\"w\",\"x\",\"y\",\"z\"]', 2, ?)",
                    Values.of(match.toBuffer(), round, UuidV7.toBuffer(UuidV7.next()), "Question " + round, SECRET));
        }
        List.of(players).forEach(player -> add(match, player, 0));
        log.create(pool, StreamId.of(match)).await().indefinitely();
        return match;
    }

    /**
     * Makes a round of another type.
     *
     * @param choices JSON
     * @param slider JSON, or null
     * @param solution JSON, or null where choices say it
     */
    public void retype(
            MatchId match, int round, String type, String choices, int correct, String slider, String solution) {
        execute(
                "UPDATE match_round SET type = ?, choices = ?, correct = ?, slider = ?, solution = ?"
                        + " WHERE match_id = ? AND round_no = ?",
                Values.of(type, choices, correct, slider, solution, match, round));
    }

    /** Says who made the question of a round, and its picture. */
    public void credit(MatchId match, int round, String licence, String attribution, String ofPicture) {
        execute(
                "UPDATE match_round SET source = 'A collection', licence = ?, attribution = ?, media_licence = ?,"
                        + " media_attribution = ? WHERE match_id = ? AND round_no = ?",
                Values.of(licence, attribution, licence, ofPicture, match, round));
    }

    /** Makes a room of a duel that was made before. */
    public void makeRoom(MatchId match) {
        execute("UPDATE live_match SET kind = 'room' WHERE id = ?", Values.of(match));
    }

    /** Adds players who have neither socket nor stream, in one statement for a thousand of them. */
    public List<PlayerId> addCrowd(MatchId match, int count) {
        List<PlayerId> crowd = Stream.generate(PlayerId::next).limit(count).toList();
        for (int from = 0; from < count; from += 1_000) {
            List<PlayerId> some = crowd.subList(from, Math.min(count, from + 1_000));
            Tuple values = Tuple.tuple();
            some.forEach(player -> values.addBuffer(match.toBuffer()).addBuffer(player.toBuffer()));
            execute(
                    "INSERT INTO match_player (match_id, player_id, name, bot, status, score, last_points, answer_ms,"
                            + " joined_at) VALUES "
                            + Values.rows("(?, ?, 'crowd', 0, 'active', 0, 0, 0, NOW(6))", some.size()),
                    values);
        }
        return crowd;
    }

    public void add(MatchId match, PlayerId player, int bot) {
        execute(
                "INSERT INTO match_player (match_id, player_id, name, bot, status, score, last_points, answer_ms,"
                        + " joined_at) VALUES (?, ?, ?, ?, 'active', 0, 0, 0, NOW(6))",
                Values.of(
                        match.toBuffer(),
                        player.toBuffer(),
                        "P-" + player.toString().substring(30),
                        bot));
    }

    public void execute(String sql, Tuple values) {
        pool.preparedQuery(sql).execute(values).await().indefinitely();
    }

    public Row row(String sql, Tuple values) {
        return pool.preparedQuery(sql)
                .execute(values)
                .await()
                .indefinitely()
                .iterator()
                .next();
    }
}
