package app.vstrivia.model.protocol;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.match.Given;
import app.vstrivia.model.stream.StreamId;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What a client may send. The constructors refuse what cannot be meant, so that a decoded message is a valid one. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClientMessage.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = ClientMessage.Join.class, name = "join"),
    @JsonSubTypes.Type(value = ClientMessage.Answer.class, name = "answer"),
    @JsonSubTypes.Type(value = ClientMessage.Resume.class, name = "resume"),
    @JsonSubTypes.Type(value = ClientMessage.Heartbeat.class, name = "heartbeat"),
    @JsonSubTypes.Type(value = ClientMessage.Announce.class, name = "announce"),
    @JsonSubTypes.Type(value = ClientMessage.Ping.class, name = "ping"),
    @JsonSubTypes.Type(value = ClientMessage.Renew.class, name = "renew"),
    @JsonSubTypes.Type(value = ClientMessage.Watch.class, name = "watch"),
    @JsonSubTypes.Type(value = ClientMessage.Unwatch.class, name = "unwatch")
})
public sealed interface ClientMessage {
    /** The most streams that one message may name. */
    int MAX_STREAMS = 16;

    /** The longest id that a client may give to what it sends, in characters. */
    int MAX_ID_LENGTH = 36;

    /** The longest text of an announcement and the longest body of a ping, in characters. */
    int MAX_TEXT_LENGTH = 1_000;

    /** The longest access token, in characters. */
    int MAX_TOKEN_LENGTH = 2_048;

    /** The first message of a connection: who reads what, and from where. */
    record Hello(List<StreamPosition> resume) implements ClientMessage {
        public Hello {
            resume = few(resume);
        }
    }

    /** Asks for a match's stream: a snapshot, then its events. {@code id} comes back in an error. */
    record Join(String id, MatchId match) implements ClientMessage {
        public Join {
            requireId(id);
            require(match != null, "join needs a match");
        }
    }

    /**
     * An answer. {@code id} is the client's own and stays the same when the answer is sent again; {@code elapsed} is the
     * client's reading of the time since it showed what there is to answer. One of the others is there, by the type of the
     * question: {@code choices} are indexes into the choices of the round, {@code order} is all of them in an order, {@code
     * value} a number with a point and without anything else, {@code text} what was typed. The others are null.
     */
    record Answer(
            String id,
            MatchId match,
            int round,
            List<Integer> choices,
            int elapsed,
            String value,
            List<Integer> order,
            String text)
            implements ClientMessage {
        public Answer {
            requireId(id);
            require(match != null, "answer needs a match");
            require(round >= 1, "rounds count from 1");
            require(elapsed >= 0, "elapsed is not negative");
            if (choices != null && value == null && order == null && text == null) {
                choices = Choices.checked(choices);
            } else {
                Given.of(choices, value, order, text);
            }
        }

        public Answer(String id, MatchId match, int round, List<Integer> choices, int elapsed) {
            this(id, match, round, choices, elapsed, null, null, null);
        }

        /** What was answered. */
        public Given given() {
            return choices == null ? Given.of(null, value, order, text) : new Given.Choice(Choices.toMask(choices));
        }
    }

    /** Asks for what follows a position, after a gap was seen. */
    record Resume(StreamId stream, long epoch, long seq) implements ClientMessage {
        public Resume {
            require(stream != null && epoch >= 0 && seq >= 0, "resume needs a stream, an epoch and a seq");
        }
    }

    /** Sign of life; {@code sent} comes back, {@code streams} lets the server see that the client fell behind. */
    record Heartbeat(Long sent, List<StreamPosition> streams) implements ClientMessage {
        public Heartbeat {
            streams = few(streams);
        }
    }

    /** The host's words to everybody who is in the match at this moment; they are kept nowhere. */
    record Announce(String id, MatchId match, String text) implements ClientMessage {
        public Announce {
            requireId(id);
            require(match != null, "announce needs a match");
            require(
                    text != null && !text.isBlank() && text.length() <= MAX_TEXT_LENGTH,
                    "text is 1 to 1000 characters");
        }
    }

    /** Asks for {@code body} to be sent back, to measure the way there and back. */
    record Ping(String body) implements ClientMessage {
        public Ping {
            require(body != null && body.length() <= MAX_TEXT_LENGTH, "body is at most 1000 characters");
        }
    }

    /** A newer access token of the same device, before the one that is in use expires. */
    record Renew(String id, String token) implements ClientMessage {
        public Renew {
            requireId(id);
            require(token != null && !token.isBlank() && token.length() <= MAX_TOKEN_LENGTH, "renew needs a token");
        }
    }

    /** Asks for any stream that the player may read: a snapshot, then its events. {@code id} comes back in an error. */
    record Watch(String id, StreamId stream) implements ClientMessage {
        public Watch {
            requireId(id);
            require(stream != null, "watch needs a stream");
        }
    }

    /** Asks for no more of a stream. */
    record Unwatch(StreamId stream) implements ClientMessage {
        public Unwatch {
            require(stream != null, "unwatch needs a stream");
        }
    }

    private static List<StreamPosition> few(List<StreamPosition> given) {
        List<StreamPosition> streams = given == null ? List.of() : List.copyOf(given);
        require(streams.size() <= MAX_STREAMS, "too many streams");
        return streams;
    }

    private static void requireId(String id) {
        require(id != null && !id.isBlank() && id.length() <= MAX_ID_LENGTH, "id is 1 to 36 characters");
        require(id.chars().allMatch(c -> c > 0x20 && c < 0x7f), "id is printable ASCII without spaces");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
