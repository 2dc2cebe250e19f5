package app.vstrivia.model.protocol;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.Given;
import app.vstrivia.model.stream.StreamId;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/** What the server sends. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ServerMessage {

    /**
     * The answer to hello: {@code heartbeat} is the interval that the client keeps, {@code expires} when its access token
     * does, unless it is renewed.
     */
    @JsonTypeName("welcome")
    record Welcome(String session, PlayerId player, long now, int heartbeat, long expires) implements ServerMessage {}

    /**
     * The whole state of a stream as of {@code seq}; {@code data} is a {@link MatchSnapshot}, a {@link PlayerSnapshot} or, for
     * any other stream, a {@link StreamSnapshot}.
     */
    @JsonTypeName("snapshot")
    record Snapshot(StreamId stream, long epoch, long seq, Object data) implements ServerMessage {}

    /** One entry of a stream; {@code data} is the stored JSON of an {@link EventBody}. */
    @JsonTypeName("event")
    record Event(
            StreamId stream,
            long epoch,
            long seq,
            String kind,
            @JsonRawValue String data) implements ServerMessage {}

    /** Everything that hello asked for has been sent. */
    @JsonTypeName("resumed")
    record Resumed() implements ServerMessage {}

    /** Sent after the commit, never before. {@code answer} is the one that stands, {@code code} says why it is not. */
    @JsonTypeName("ack")
    record Ack(
            String id,
            Status status,
            MatchId match,
            int round,
            GivenAnswer answer,
            @JsonInclude(JsonInclude.Include.NON_NULL) String code)
            implements ServerMessage {

        /** What became of an answer. */
        public enum Status {
            /** It counts; sent again for the same id. */
            @JsonProperty("stored")
            STORED,
            /** Another answer of this player for the round came first and stands. */
            @JsonProperty("duplicate")
            DUPLICATE,
            /** The round had been sealed, or its time had run out. */
            @JsonProperty("late")
            LATE,
            /** It cannot count; {@code code} says why. */
            @JsonProperty("refused")
            REFUSED
        }
    }

    /** A player's own result of a round, to that player alone; {@code answer} is null if there was none. */
    @JsonTypeName("result")
    record Result(MatchId match, int round, GivenAnswer answer, boolean correct, int points, int score, int rank)
            implements ServerMessage {}

    /** The answer to a heartbeat: {@code sent} as it came. */
    @JsonTypeName("heartbeat")
    record Heartbeat(long now, Long sent) implements ServerMessage {}

    /** Something that the client sent cannot be done; {@code code} is stable, {@code id} is the message's, if known. */
    @JsonTypeName("error")
    record Error(
            ErrorCode code,
            String message,
            @JsonInclude(JsonInclude.Include.NON_NULL) String id) implements ServerMessage {}

    /** This replica stops soon: reconnect at a random moment within that time. */
    @JsonTypeName("move")
    record Move(int within) implements ServerMessage {}

    /** What the host has to say, to everybody who is there; not an entry of the stream. {@code at} is in ms. */
    @JsonTypeName("announcement")
    record Announcement(MatchId match, String text, long at) implements ServerMessage {}

    /** The answer to a ping: its {@code body}, as it came. */
    @JsonTypeName("pong")
    record Pong(String body) implements ServerMessage {}

    /** The newer access token is in use from now on; {@code expires} is when it does, in ms. */
    @JsonTypeName("renewed")
    record Renewed(long expires) implements ServerMessage {}

    /**
     * Nothing more of the stream comes over this connection: the answer to unwatch, and what follows when a stream that only
     * some may watch is not, or no longer, for this player.
     */
    @JsonTypeName("unwatched")
    record Unwatched(StreamId stream) implements ServerMessage {}

    /** How many have answered the open round so far. Only the newest counts; some are left out on a slow connection. */
    @JsonTypeName("progress")
    record Progress(MatchId match, int round, int answered, int players) implements ServerMessage {}

    /** How many players the match has. Only the newest counts; some are left out on a slow connection. */
    @JsonTypeName("presence")
    record Presence(MatchId match, int players) implements ServerMessage {}

    /**
     * An answer as it counts: {@code elapsed} after the server's bounds were applied. {@code choices} is empty where {@code
     * value}, {@code order} or {@code text} says what was answered.
     */
    record GivenAnswer(
            List<Integer> choices,
            int elapsed,
            @JsonInclude(JsonInclude.Include.NON_NULL) String value,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<Integer> order,
            @JsonInclude(JsonInclude.Include.NON_NULL) String text) {

        public GivenAnswer(List<Integer> choices, int elapsed) {
            this(choices, elapsed, null, null, null);
        }

        public static GivenAnswer of(Given given, int elapsed) {
            return new GivenAnswer(
                    Choices.toList(given.mask()),
                    elapsed,
                    given instanceof Given.Number number ? number.value().toPlainString() : null,
                    given instanceof Given.Order order ? order.items() : null,
                    given instanceof Given.Text text ? text.text() : null);
        }
    }
}
