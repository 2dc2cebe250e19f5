package app.vstrivia.model.protocol;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.MatchKind;
import app.vstrivia.model.match.MatchPhase;
import app.vstrivia.model.match.QuestionType;
import app.vstrivia.model.match.Scoring;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** A whole match as one reader may see it at one seq of its stream. */
public record MatchSnapshot(
        MatchId match,
        MatchKind kind,
        MatchPhase phase,
        int round,
        int rounds,
        Scoring scoring,
        @JsonInclude(JsonInclude.Include.NON_NULL) String pin,
        @JsonInclude(JsonInclude.Include.NON_NULL) PlayerId host,
        int playerCount,
        List<Member> players,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long startsAt,
        Round current,
        You you) {

    /** How many players a snapshot lists at most, the best first. */
    public static final int MAX_PLAYERS = 100;

    /** A player in the list. */
    public record Member(PlayerId id, String name, boolean bot, int score, int rank) {}

    /** The reader's own part. */
    public record You(Role role, ServerMessage.GivenAnswer answer, int score, int rank) {}

    /** In which role somebody reads. */
    public enum Role {
        @JsonProperty("player")
        PLAYER,
        @JsonProperty("host")
        HOST
    }

    /** The present round: fields that its phase does not show yet are absent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Round(
            int round,
            String category,
            String difficulty,
            QuestionType questionType,
            String text,
            Long opensAt,
            int limit,
            List<String> choices,
            Long openedAt,
            Long closesAt,
            List<Integer> correct,
            List<Integer> counts,
            String explanation,
            Long nextAt,
            RoundMedia media,
            List<String> credits,
            NumberScale slider,
            Integer maxLength,
            ShownSolution solution) {}
}
