package app.vstrivia.realtime.match.clock;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.match.Solution;
import app.vstrivia.model.sql.Values;
import app.vstrivia.realtime.match.machine.Contender;
import app.vstrivia.realtime.match.machine.MatchCore;
import app.vstrivia.realtime.match.machine.Question;
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

    /** Of more players than these the database counts points and scores itself; the rules are the same. */
    private static final int MANY = 200;

    private ScoreStore() {}

    static Uni<Void> write(SqlConnection transaction, List<Move> moves) {
        List<ScoredRow> answers = new ArrayList<>();
        List<Map.Entry<MatchId, Contender>> few = new ArrayList<>();
        List<Move> many = new ArrayList<>();
        for (Move move : moves) {
            boolean large = move.contenders().size() > MANY;
            boolean byDatabase = large && isCountedByDatabase(move.scoredQuestion());
            move.scored().stream()
                    .filter(scored -> !byDatabase || scored.bot())
                    .forEach(scored -> answers.add(new ScoredRow(move.id(), move.scoredRound(), scored)));
            if (large) {
                many.add(move);
            } else {
                move.contenders().forEach(contender -> few.add(Map.entry(move.id(), contender)));
            }
        }
        return writeAnswers(transaction, answers)
                .chain(() -> writeContenders(transaction, few))
                .chain(() -> Multi.createFrom()
                        .iterable(many)
                        .onItem()
                        .transformToUniAndConcatenate(
                                move -> score(transaction, move).chain(() -> addUp(transaction, move)))
                        .collect()
                        .last());
    }

    /** Only the machine knows how numbers, orders and texts compare: their points are written row by row. */
    private static boolean isCountedByDatabase(Question question) {
        return question.solution() instanceof Solution.Marked || !question.counts();
    }

    /** What the machine counted for the standings, for all answers to a round in one statement. */
    private static Uni<Void> score(SqlConnection transaction, Move move) {
        Question question = move.scoredQuestion();
        if (!isCountedByDatabase(question)) {
            return Uni.createFrom().voidItem();
        }
        if (!question.counts()) {
            return transaction
                    .preparedQuery("UPDATE answer SET points = 0 WHERE match_id = ? AND round_no = ?")
                    .execute(Values.of(move.id(), move.scoredRound()))
                    .replaceWithVoid();
        }
        int right = question.solution().mask();
        MatchCore core = move.next().core();
        return transaction
                .preparedQuery("UPDATE answer SET correct = (choices = " + right + "), points = "
                        + PointsRows.points(core.scoring(), question.type(), right, question.limitMs(core.pace()))
                        + " WHERE match_id = ? AND round_no = ?")
                .execute(Values.of(move.id(), move.scoredRound()))
                .replaceWithVoid();
    }

    private static Uni<Void> writeAnswers(SqlConnection transaction, List<ScoredRow> rows) {
        return chunks(
                transaction,
                rows,
                "INSERT INTO answer (match_id, round_no, player_id, answer_id, choices, elapsed_ms, received_at, given,"
                        + " correct, points) VALUES ",
                "(?, ?, ?, 'bot', ?, ?, NOW(6), ?, ?, ?)",
                " ON DUPLICATE KEY UPDATE correct = VALUES(correct), points = VALUES(points)",
                (row, values) -> values.addBuffer(row.match().toBuffer())
                        .addInteger(row.round())
                        .addBuffer(row.scored().answer().player().toBuffer())
                        .addInteger(row.scored().answer().given().mask())
                        .addInteger(row.scored().answer().elapsedMs())
                        .addString(row.scored().answer().given().detail())
                        .addInteger(flag(row.scored().correct()))
                        .addInteger(row.scored().points()));
    }

    private static Integer flag(Boolean correct) {
        return correct == null ? null : correct ? 1 : 0;
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

    /** What the machine does to each contender, for all of a match in one statement. */
    private static Uni<Void> addUp(SqlConnection transaction, Move move) {
        if (!move.scoredQuestion().counts()) {
            return transaction
                    .preparedQuery("UPDATE match_player SET last_points = 0 WHERE match_id = ? AND status <> 'kicked'")
                    .execute(Values.of(move.id()))
                    .replaceWithVoid();
        }
        return transaction
                .preparedQuery("UPDATE match_player p LEFT JOIN answer a ON a.match_id = p.match_id"
                        + " AND a.round_no = ? AND a.player_id = p.player_id"
                        + " SET p.score = p.score + COALESCE(a.points, 0),"
                        + " p.last_points = COALESCE(a.points, 0),"
                        + " p.answer_ms = p.answer_ms + COALESCE(a.elapsed_ms, ?)"
                        + " WHERE p.match_id = ? AND p.status <> 'kicked'")
                .execute(Values.of(
                        move.scoredRound(),
                        move.scoredQuestion().limitMs(move.next().core().pace()),
                        move.id()))
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
