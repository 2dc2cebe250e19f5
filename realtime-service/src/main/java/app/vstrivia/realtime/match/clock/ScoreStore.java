package app.vstrivia.realtime.match.clock;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.sql.Values;
import app.vstrivia.realtime.match.machine.Contender;
import app.vstrivia.realtime.match.machine.ScoredAnswer;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Writes what a reveal brings: the points of the answers, and the scores of the players. */
final class ScoreStore {
    private static final int CHUNK = 1_000;

    /** Of more players than these the scores are added up by the database, out of the points just written. */
    private static final int MANY = 200;

    private ScoreStore() {}

    static Uni<Void> write(SqlConnection transaction, List<Move> moves) {
        List<ScoredRow> answers = new ArrayList<>();
        List<Map.Entry<MatchId, Contender>> few = new ArrayList<>();
        List<Move> many = new ArrayList<>();
        for (Move move : moves) {
            move.scored().forEach(scored -> answers.add(new ScoredRow(move.id(), move.scoredRound(), scored)));
            if (move.contenders().size() > MANY) {
                many.add(move);
            } else {
                move.contenders().forEach(contender -> few.add(Map.entry(move.id(), contender)));
            }
        }
        return writeAnswers(transaction, answers)
                .chain(() -> writeContenders(transaction, few))
                .chain(() -> addUp(transaction, many));
    }

    private static Uni<Void> writeAnswers(SqlConnection transaction, List<ScoredRow> rows) {
        return chunks(
                transaction,
                rows,
                "INSERT INTO answer (match_id, round_no, player_id, answer_id, choices, elapsed_ms, received_at, correct,"
                        + " points) VALUES ",
                "(?, ?, ?, 'bot', ?, ?, NOW(6), ?, ?)",
                " ON DUPLICATE KEY UPDATE correct = VALUES(correct), points = VALUES(points)",
                (row, values) -> values.addBuffer(row.match().toBuffer())
                        .addInteger(row.round())
                        .addBuffer(row.scored().answer().player().toBuffer())
                        .addInteger(row.scored().answer().choices())
                        .addInteger(row.scored().answer().elapsedMs())
                        .addInteger(row.scored().correct() ? 1 : 0)
                        .addInteger(row.scored().points()));
    }

    private static Uni<Void> writeContenders(SqlConnection transaction, List<Map.Entry<MatchId, Contender>> rows) {
        return chunks(
                transaction,
                rows,
                "INSERT INTO match_player (match_id, player_id, name, bot, status, score, last_points, answer_ms,"
                        + " joined_at) VALUES ",
                "(?, ?, '', 0, '', ?, ?, ?, NOW(6))",
                " ON DUPLICATE KEY UPDATE score = VALUES(score), last_points = VALUES(last_points),"
                        + " answer_ms = VALUES(answer_ms)",
                (row, values) -> values.addBuffer(row.getKey().toBuffer())
                        .addBuffer(row.getValue().id().toBuffer())
                        .addInteger(row.getValue().score())
                        .addInteger(row.getValue().lastPoints())
                        .addLong(row.getValue().answerMs()));
    }

    /** What {@link Contender#after} does, for all contenders of a match in one statement. */
    private static Uni<Void> addUp(SqlConnection transaction, List<Move> moves) {
        return Multi.createFrom()
                .iterable(moves)
                .onItem()
                .transformToUniAndConcatenate(move -> transaction
                        .preparedQuery("UPDATE match_player p LEFT JOIN answer a ON a.match_id = p.match_id"
                                + " AND a.round_no = ? AND a.player_id = p.player_id"
                                + " SET p.score = p.score + COALESCE(a.points, 0),"
                                + " p.last_points = COALESCE(a.points, 0),"
                                + " p.answer_ms = p.answer_ms + COALESCE(a.elapsed_ms, ?)"
                                + " WHERE p.match_id = ? AND p.status <> 'kicked'")
                        .execute(Values.of(
                                move.scoredRound(), move.next().core().pace().answerMs(), move.id())))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static <T> Uni<Void> chunks(
            SqlConnection transaction,
            List<T> rows,
            String insert,
            String marks,
            String update,
            BiConsumer<T, Tuple> bind) {
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += CHUNK) {
            chunks.add(rows.subList(from, Math.min(from + CHUNK, rows.size())));
        }
        return Multi.createFrom()
                .iterable(chunks)
                .onItem()
                .transformToUniAndConcatenate(chunk -> {
                    Tuple values = Tuple.tuple();
                    chunk.forEach(row -> bind.accept(row, values));
                    return transaction
                            .preparedQuery(insert + Values.rows(marks, chunk.size()) + update)
                            .execute(values);
                })
                .collect()
                .last()
                .replaceWithVoid();
    }

    private record ScoredRow(MatchId match, int round, ScoredAnswer scored) {}
}
