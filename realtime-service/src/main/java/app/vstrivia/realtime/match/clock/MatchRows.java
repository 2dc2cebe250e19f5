package app.vstrivia.realtime.match.clock;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.match.Credits;
import app.vstrivia.model.match.Given;
import app.vstrivia.model.match.Hold;
import app.vstrivia.model.match.MatchPhase;
import app.vstrivia.model.match.Pace;
import app.vstrivia.model.match.QuestionType;
import app.vstrivia.model.match.Scoring;
import app.vstrivia.model.match.Solution;
import app.vstrivia.model.protocol.NumberScale;
import app.vstrivia.model.protocol.ProtocolCodec;
import app.vstrivia.model.protocol.RoundMedia;
import app.vstrivia.model.protocol.ShownSolution;
import app.vstrivia.realtime.match.machine.Contender;
import app.vstrivia.realtime.match.machine.MatchCore;
import app.vstrivia.realtime.match.machine.MatchState;
import app.vstrivia.realtime.match.machine.PlayedAnswer;
import app.vstrivia.realtime.match.machine.Question;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Turns rows of the match tables into what the machine works with. */
final class MatchRows {
    static final String STATE_COLUMNS = "id, phase, version, phase_ends_at, round_no, rounds, round_opened_at,"
            + " round_closes_at, earliest_seal_at, hold, scoring, pace, nonce, NOW(6) AS now";

    private MatchRows() {}

    static DueMatch dueMatch(Row row) {
        MatchCore core = new MatchCore(
                MatchId.of(row.getBuffer("id")),
                row.getInteger("rounds"),
                Scoring.of(row.getString("scoring")),
                Pace.of(row.getString("pace")),
                row.getString("nonce"),
                Hold.of(row.getString("hold")));
        return new DueMatch(state(core, row), row.getInteger("version"), millis(row, "now"));
    }

    private static MatchState state(MatchCore core, Row row) {
        int round = row.getInteger("round_no");
        Long endsAt = millis(row, "phase_ends_at");
        return switch (MatchPhase.of(row.getString("phase"))) {
            case LOBBY -> new MatchState.Lobby(core, endsAt);
            case STARTING -> new MatchState.Starting(core, endsAt);
            case ANNOUNCED -> new MatchState.Announced(core, round, endsAt);
            case OPEN ->
                new MatchState.Open(
                        core,
                        round,
                        endsAt,
                        millis(row, "round_opened_at"),
                        millis(row, "round_closes_at"),
                        millis(row, "earliest_seal_at"));
            case SEALED -> new MatchState.Sealed(core, round, endsAt);
            case REVEALED -> new MatchState.Revealed(core, round, endsAt);
            case PAUSED -> new MatchState.Paused(core, round, endsAt);
            case FINISHED -> throw new IllegalStateException("a finished match is never due");
        };
    }

    static Question question(Row row) {
        QuestionType type = QuestionType.of(row.getString("type"));
        List<String> choices = new JsonArray(row.getString("choices"))
                .stream().map(String.class::cast).toList();
        return new Question(
                row.getInteger("round_no"),
                UuidV7.fromBuffer(row.getBuffer("question_id")),
                type,
                row.getString("category"),
                row.getString("difficulty"),
                row.getString("text"),
                choices,
                ProtocolCodec.decodePart(row.getString("slider"), NumberScale.class),
                Solution.of(
                        type,
                        row.getInteger("correct"),
                        ProtocolCodec.decodePart(row.getString("solution"), ShownSolution.class)),
                row.getString("explanation"),
                ProtocolCodec.decodePart(row.getString("media"), RoundMedia.class),
                Credits.of(
                        row.getString("source"),
                        row.getString("licence"),
                        row.getString("attribution"),
                        row.getString("media_licence"),
                        row.getString("media_attribution")),
                row.getInteger("limit_ms"));
    }

    static Contender contender(Row row) {
        return new Contender(
                PlayerId.of(row.getBuffer("player_id")),
                row.getString("name"),
                row.getInteger("bot"),
                "active".equals(row.getString("status")),
                row.getInteger("score"),
                row.getInteger("last_points"),
                row.getLong("answer_ms"));
    }

    static PlayedAnswer answer(Row row) {
        return new PlayedAnswer(
                PlayerId.of(row.getBuffer("player_id")),
                Given.stored(row.getInteger("choices"), row.getString("given")),
                row.getInteger("elapsed_ms"));
    }

    static Long millis(Row row, String column) {
        LocalDateTime moment = row.getLocalDateTime(column);
        return moment == null ? null : moment.toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    static LocalDateTime moment(Long millis) {
        return millis == null ? null : LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }
}
