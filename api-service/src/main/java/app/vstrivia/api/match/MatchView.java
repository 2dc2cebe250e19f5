package app.vstrivia.api.match;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.MatchKind;
import app.vstrivia.model.match.MatchPhase;
import app.vstrivia.model.match.QuestionType;
import app.vstrivia.model.match.Scoring;
import app.vstrivia.model.protocol.NumberScale;
import app.vstrivia.model.protocol.ServerMessage;
import app.vstrivia.model.protocol.ShownSolution;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A match as one of its readers may see it: only rounds that were revealed, and of the answers only the reader's own.
 * {@code players} are the best hundred and the reader; {@code quiz} is there where a published quiz is played. {@code nonce} comes with the end and lets everybody check {@code lineupHash}.
 */
public record MatchView(
        MatchId matchId,
        MatchKind kind,
        MatchPhase phase,
        Scoring scoring,
        int round,
        int rounds,
        @Schema(nullable = true) String lineupHash,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true)
        String nonce,

        List<Member> players,
        List<PlayedRound> roundsPlayed,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true)
        PlayedQuiz quiz) {

    /** A line of the standings; who has as many points in as much time shares the rank. */
    public record Member(PlayerId playerId, String name, boolean bot, int score, int rank, boolean left) {}

    /**
     * A revealed round.
     *
     * @param credits what has to be said about who made the question, and its picture or video; null if nothing has
     * @param you null if the reader did not answer
     */
    public record PlayedRound(
            int round,
            String category,
            String difficulty,
            QuestionType type,
            String text,
            List<String> choices,
            List<Integer> correct,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true)
            NumberScale slider,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true)
            ShownSolution solution,

            @Schema(nullable = true) String explanation,
            @Schema(nullable = true) String source,
            @Schema(nullable = true) String licence,
            @Schema(nullable = true) List<String> credits,
            @Schema(nullable = true) OwnAnswer you) {}

    /**
     * The reader's answer; {@code elapsed} in ms. {@code choices} is empty where one of the others says what was answered;
     * {@code correct} is false for a poll.
     */
    public record OwnAnswer(
            List<Integer> choices,
            int elapsed,
            boolean correct,
            int points,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true)
            String value,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true)
            List<Integer> order,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true)
            String text) {
        static OwnAnswer of(ServerMessage.GivenAnswer given, boolean correct, int points) {
            return new OwnAnswer(
                    given.choices(), given.elapsed(), correct, points, given.value(), given.order(), given.text());
        }
    }
}
