package app.vstrivia.api.match;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.Credits;
import app.vstrivia.model.match.Given;
import app.vstrivia.model.match.MatchKind;
import app.vstrivia.model.match.MatchPhase;
import app.vstrivia.model.match.QuestionType;
import app.vstrivia.model.match.Scoring;
import app.vstrivia.model.protocol.Choices;
import app.vstrivia.model.protocol.NumberScale;
import app.vstrivia.model.protocol.ProtocolCodec;
import app.vstrivia.model.protocol.ServerMessage.GivenAnswer;
import app.vstrivia.model.protocol.ShownSolution;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The queries that read a match for one of its players. */
@ApplicationScoped
class ResultStore {
    /** How many a match lists at most, besides its reader. */
    private static final int LISTED = 100;

    private final Pool pool;

    ResultStore(Pool pool) {
        this.pool = pool;
    }

    /** What the match's row and the reader's own row say; null if there is no such match. */
    Uni<Head> head(MatchId match, PlayerId reader) {
        return pool.preparedQuery("SELECT m.kind, m.phase, m.scoring, m.round_no, m.rounds, m.lineup_hash, m.nonce,"
                        + " m.host_id, m.quiz_id, m.quiz_version, p.status FROM live_match m"
                        + " LEFT JOIN match_player p ON p.match_id = m.id AND p.player_id = ? WHERE m.id = ?")
                .execute(Values.of(reader, match))
                .map(rows -> rows.size() == 0
                        ? null
                        : head(match, reader, rows.iterator().next()));
    }

    private static Head head(MatchId match, PlayerId reader, Row row) {
        String status = row.getString("status");
        return new Head(
                match,
                MatchKind.of(row.getString("kind")),
                MatchPhase.of(row.getString("phase")),
                Scoring.of(row.getString("scoring")),
                row.getInteger("round_no"),
                row.getInteger("rounds"),
                row.getString("lineup_hash"),
                row.getString("nonce"),
                row.getBuffer("host_id") != null
                        && PlayerId.of(row.getBuffer("host_id")).equals(reader),
                status == null ? null : PlayerStatus.of(status),
                MatchStore.quiz(row));
    }

    /**
     * The best {@value #LISTED}, the best first, and the reader, if the reader plays and is not among them; those who were
     * put out do not stand in them.
     */
    Uni<List<MatchView.Member>> standings(MatchId match, PlayerId reader) {
        return pool.preparedQuery("SELECT player_id, name, bot, score, status, answer_ms FROM match_player"
                        + " WHERE match_id = ? AND status <> 'kicked'"
                        + " ORDER BY score DESC, answer_ms, joined_at, player_id LIMIT ?")
                .execute(Values.of(match, LISTED))
                .map(ResultStore::ranked)
                .chain(best -> best.size() < LISTED
                                || best.stream()
                                        .anyMatch(member -> member.playerId().equals(reader))
                        ? Uni.createFrom().item(best)
                        : own(match, reader).map(own -> {
                            own.ifPresent(best::add);
                            return best;
                        }));
    }

    /** From the best on; who has as many points in as much time as the one above shares the rank. */
    private static List<MatchView.Member> ranked(RowSet<Row> rows) {
        List<MatchView.Member> members = new ArrayList<>(rows.size() + 1);
        Row above = null;
        int rank = 0;
        for (Row row : rows) {
            boolean tied = above != null
                    && above.getInteger("score").equals(row.getInteger("score"))
                    && above.getLong("answer_ms").equals(row.getLong("answer_ms"));
            rank = tied ? rank : members.size() + 1;
            members.add(member(row, rank));
            above = row;
        }
        return members;
    }

    private Uni<Optional<MatchView.Member>> own(MatchId match, PlayerId reader) {
        return pool.preparedQuery("SELECT p.player_id, p.name, p.bot, p.score, p.status,"
                        + " (SELECT COUNT(*) + 1 FROM match_player b WHERE b.match_id = p.match_id"
                        + " AND b.status <> 'kicked'"
                        + " AND (b.score > p.score OR b.score = p.score AND b.answer_ms < p.answer_ms)) AS place"
                        + " FROM match_player p WHERE p.match_id = ? AND p.player_id = ? AND p.status <> 'kicked'")
                .execute(Values.of(match, reader))
                .map(rows -> rows.stream()
                        .map(row -> member(row, row.getLong("place").intValue()))
                        .findFirst());
    }

    private static MatchView.Member member(Row row, int rank) {
        return new MatchView.Member(
                PlayerId.of(row.getBuffer("player_id")),
                row.getString("name"),
                row.getInteger("bot") > 0,
                row.getInteger("score"),
                rank,
                PlayerStatus.of(row.getString("status")) != PlayerStatus.ACTIVE);
    }

    /** The first {@code last} rounds with the reader's own answers. */
    Uni<List<MatchView.PlayedRound>> rounds(MatchId match, PlayerId reader, int last) {
        return pool.preparedQuery("SELECT r.round_no, r.category, r.difficulty, r.type, r.text, r.choices, r.correct,"
                        + " r.explanation, r.source, r.licence, r.attribution, r.media_licence, r.media_attribution, r.slider, r.solution, a.choices AS own_choices, a.given,"
                        + " a.elapsed_ms, a.correct AS own_correct, a.points FROM match_round r LEFT JOIN answer a"
                        + " ON a.match_id = r.match_id AND a.round_no = r.round_no AND a.player_id = ?"
                        + " WHERE r.match_id = ? AND r.round_no <= ? ORDER BY r.round_no")
                .execute(Values.of(reader, match, last))
                .map(rows -> rows.stream().map(ResultStore::round).toList());
    }

    private static MatchView.PlayedRound round(Row row) {
        return new MatchView.PlayedRound(
                row.getInteger("round_no"),
                row.getString("category"),
                row.getString("difficulty"),
                QuestionType.of(row.getString("type")),
                row.getString("text"),
                new JsonArray(row.getString("choices"))
                        .stream().map(String.class::cast).toList(),
                Choices.toList(row.getInteger("correct")),
                ProtocolCodec.decodePart(row.getString("slider"), NumberScale.class),
                ProtocolCodec.decodePart(row.getString("solution"), ShownSolution.class),
                row.getString("explanation"),
                row.getString("source"),
                row.getString("licence"),
                credits(row),
                row.getInteger("points") == null
                        ? null
                        : MatchView.OwnAnswer.of(
                                GivenAnswer.of(
                                        Given.stored(row.getInteger("own_choices"), row.getString("given")),
                                        row.getInteger("elapsed_ms")),
                                Integer.valueOf(1).equals(row.getInteger("own_correct")),
                                row.getInteger("points")));
    }

    private static List<String> credits(Row row) {
        return Credits.of(
                row.getString("source"),
                row.getString("licence"),
                row.getString("attribution"),
                row.getString("media_licence"),
                row.getString("media_attribution"));
    }

    /** {@code status} is null for somebody who never entered. */
    record Head(
            MatchId match,
            MatchKind kind,
            MatchPhase phase,
            Scoring scoring,
            int round,
            int rounds,
            String lineupHash,
            String nonce,
            boolean readByHost,
            PlayerStatus status,
            PlayedQuiz quiz) {

        boolean isOver() {
            return phase == MatchPhase.FINISHED;
        }

        /** The last round whose solution is out. */
        int revealed() {
            return switch (phase) {
                case REVEALED, PAUSED, FINISHED -> round;
                default -> Math.max(0, round - 1);
            };
        }
    }
}
