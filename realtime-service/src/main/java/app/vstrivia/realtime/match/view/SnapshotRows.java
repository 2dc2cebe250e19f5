package app.vstrivia.realtime.match.view;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.Credits;
import app.vstrivia.model.match.Given;
import app.vstrivia.model.match.MatchKind;
import app.vstrivia.model.match.MatchPhase;
import app.vstrivia.model.match.Pace;
import app.vstrivia.model.match.QuestionType;
import app.vstrivia.model.match.Scoring;
import app.vstrivia.model.match.Solution;
import app.vstrivia.model.protocol.MatchSnapshot;
import app.vstrivia.model.protocol.NumberScale;
import app.vstrivia.model.protocol.ProtocolCodec;
import app.vstrivia.model.protocol.RoundMedia;
import app.vstrivia.model.protocol.ShownSolution;
import app.vstrivia.model.stream.StreamHead;
import app.vstrivia.model.stream.StreamId;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Turns the rows of a match into what its readers may see. */
final class SnapshotRows {
    private SnapshotRows() {}

    static SharedView view(Row row, List<MatchSnapshot.Member> best, int players, Ranks ranks, List<Integer> counts) {
        MatchId match = MatchId.of(row.getBuffer("id"));
        MatchPhase phase = MatchPhase.of(row.getString("phase"));
        Long endsAt = millis(row, "phase_ends_at");
        MatchSnapshot snapshot = new MatchSnapshot(
                match,
                MatchKind.of(row.getString("kind")),
                phase,
                row.getInteger("round_no"),
                row.getInteger("rounds"),
                Scoring.of(row.getString("scoring")),
                row.getString("pin"),
                row.getBuffer("host_id") == null ? null : PlayerId.of(row.getBuffer("host_id")),
                players,
                best,
                phase == MatchPhase.STARTING ? endsAt : null,
                round(row, phase, endsAt, counts),
                null);
        StreamHead head = new StreamHead(StreamId.of(match), row.getLong("epoch"), row.getLong("seq"));
        return new SharedView(snapshot, head, phase == MatchPhase.PAUSED ? null : endsAt, ranks);
    }

    /** Only what the phase shows: choices from the opening on, the solution from the reveal on. */
    private static MatchSnapshot.Round round(Row row, MatchPhase phase, Long endsAt, List<Integer> counts) {
        boolean shown = row.getString("text") != null && phase != MatchPhase.FINISHED;
        if (!shown) {
            return null;
        }
        QuestionType type = QuestionType.of(row.getString("type"));
        boolean announced = phase == MatchPhase.ANNOUNCED;
        boolean revealed = isRevealed(row);
        return new MatchSnapshot.Round(
                row.getInteger("round_no"),
                row.getString("category"),
                row.getString("difficulty"),
                type,
                row.getString("text"),
                announced ? endsAt : null,
                limitMs(row),
                announced ? null : choices(row),
                millis(row, "round_opened_at"),
                millis(row, "round_closes_at"),
                revealed ? solution(row).choices() : null,
                counts,
                revealed ? row.getString("explanation") : null,
                phase == MatchPhase.REVEALED ? endsAt : null,
                ProtocolCodec.decodePart(row.getString("media"), RoundMedia.class),
                revealed ? credits(row) : null,
                announced ? null : ProtocolCodec.decodePart(row.getString("slider"), NumberScale.class),
                announced || type != QuestionType.TEXT ? null : (Integer) Given.MAX_TEXT,
                revealed ? solution(row).shown() : null);
    }

    private static int limitMs(Row row) {
        Integer own = row.getInteger("limit_ms");
        return own == null ? Pace.of(row.getString("pace")).answerMs() : own;
    }

    private static List<String> credits(Row row) {
        return Credits.of(
                row.getString("source"),
                row.getString("licence"),
                row.getString("attribution"),
                row.getString("media_licence"),
                row.getString("media_attribution"));
    }

    /** Whether the round of the row has been shown with its solution. */
    static boolean isRevealed(Row row) {
        MatchPhase phase = MatchPhase.of(row.getString("phase"));
        return row.getString("text") != null && (phase == MatchPhase.REVEALED || phase == MatchPhase.PAUSED);
    }

    static Solution solution(Row row) {
        return Solution.of(
                QuestionType.of(row.getString("type")),
                row.getInteger("correct"),
                ProtocolCodec.decodePart(row.getString("solution"), ShownSolution.class));
    }

    static List<String> choices(Row row) {
        return new JsonArray(row.getString("choices"))
                .stream().map(String.class::cast).toList();
    }

    private static Long millis(Row row, String column) {
        LocalDateTime moment = row.getLocalDateTime(column);
        return moment == null ? null : moment.toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
