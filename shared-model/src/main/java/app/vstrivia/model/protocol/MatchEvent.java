package app.vstrivia.model.protocol;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.EndReason;
import app.vstrivia.model.match.QuestionType;
import app.vstrivia.model.match.Scoring;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;

/** What happens in one match, on the stream {@code match:…} that its players and its host read. */
public sealed interface MatchEvent extends EventBody {

    /** Somebody came; {@code players} is how many there are now. */
    record PlayerJoined(Player player, int players) implements MatchEvent {
        @Override
        public String eventKind() {
            return "player-joined";
        }

        /** Who came. */
        public record Player(PlayerId id, String name, boolean bot) {}
    }

    /** Somebody left or was put out; nobody waits for that player's answers. */
    record PlayerLeft(PlayerId player, Why reason, int players) implements MatchEvent {
        @Override
        public String eventKind() {
            return "player-left";
        }

        /** How it came about. */
        public enum Why {
            @JsonProperty("left")
            LEFT,
            @JsonProperty("kicked")
            KICKED
        }
    }

    /** The lineup is drawn; {@code lineupHash} binds the server to it (see {@link Finished}). */
    record Starting(long startsAt, int rounds, Scoring scoring, String lineupHash) implements MatchEvent {
        @Override
        public String eventKind() {
            return "starting";
        }
    }

    /**
     * The question, without its choices; they come at {@code opensAt}, and then there are {@code limit} ms. {@code media} is
     * absent unless it is about a picture or video.
     */
    record RoundAnnounced(
            int round,
            int rounds,
            String category,
            String difficulty,
            QuestionType questionType,
            String text,
            long opensAt,
            int limit,
            @JsonInclude(JsonInclude.Include.NON_NULL) RoundMedia media)
            implements MatchEvent {
        @Override
        public String eventKind() {
            return "round-announced";
        }
    }

    /**
     * Answers count from now; an answer that arrives after {@code closesAt} is late. {@code choices} are what there is to pick
     * from or to put in order, and empty where something is typed or set. {@code slider} is there where a number is set on
     * one, {@code maxLength} (in code points) where a text is typed.
     */
    record RoundOpened(
            int round,
            List<String> choices,
            long openedAt,
            long closesAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) NumberScale slider,
            @JsonInclude(JsonInclude.Include.NON_NULL) Integer maxLength)
            implements MatchEvent {
        public RoundOpened(int round, List<String> choices, long openedAt, long closesAt) {
            this(round, choices, openedAt, closesAt, null, null);
        }

        @Override
        public String eventKind() {
            return "round-opened";
        }
    }

    /** No answer is accepted any more; {@code answers} were. */
    record RoundSealed(int round, int answers) implements MatchEvent {
        @Override
        public String eventKind() {
            return "round-sealed";
        }
    }

    /**
     * The solution, how it was answered, and the best ten. {@code solution} is there where choices cannot say what was right;
     * {@code credits} is what licences ask to be said about who made the question and its picture, absent if they ask for nothing.
     *
     * @param counts of choices: how often each was taken; of a number: how many were below, right and above; of an order: how
     *     many had the right one at each place; of a text: how many typed each of the accepted ones
     */
    record RoundRevealed(
            int round,
            List<Integer> correct,
            List<String> choices,
            List<Integer> counts,
            String explanation,
            List<Standing> standings,
            long nextAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<String> credits,
            @JsonInclude(JsonInclude.Include.NON_NULL) ShownSolution solution)
            implements MatchEvent {
        public RoundRevealed(
                int round,
                List<Integer> correct,
                List<String> choices,
                List<Integer> counts,
                String explanation,
                List<Standing> standings,
                long nextAt,
                List<String> credits) {
            this(round, correct, choices, counts, explanation, standings, nextAt, credits, null);
        }

        @Override
        public String eventKind() {
            return "round-revealed";
        }
    }

    /** The host changed the schedule; the present phase ends at {@code endsAt} (null: when the host says so). */
    record ScheduleChanged(Change change, Long endsAt) implements MatchEvent {
        @Override
        public String eventKind() {
            return "schedule-changed";
        }

        /** What the host asked for. */
        public enum Change {
            /** Hold after the present round. */
            @JsonProperty("pause")
            PAUSE,
            /** Do not hold. */
            @JsonProperty("resume")
            RESUME,
            /** End the present phase now. */
            @JsonProperty("skip")
            SKIP,
            /** Finish after the present round. */
            @JsonProperty("end")
            END
        }
    }

    /** The match holds until the host resumes it. */
    record Paused() implements MatchEvent {
        @Override
        public String eventKind() {
            return "paused";
        }
    }

    /**
     * The end. {@code nonce} (hex) and {@code lineup} let everybody check the hash of {@link Starting}; see {@code
     * LineupHash} for the formula.
     */
    record Finished(EndReason reason, List<Standing> standings, String nonce, List<Drawn> lineup)
            implements MatchEvent {
        @Override
        public String eventKind() {
            return "finished";
        }

        /** A question as it had been drawn. */
        public record Drawn(
                int round,
                UUID question,
                List<String> choices,
                List<Integer> correct,
                @JsonInclude(JsonInclude.Include.NON_NULL) ShownSolution solution) {

            public Drawn(int round, UUID question, List<String> choices, List<Integer> correct) {
                this(round, question, choices, correct, null);
            }
        }
    }
}
