package app.vstrivia.model.stream;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.UUID;

/** Names a stream: what kind of thing it tells of, and which one. Written {@code match:018f…}. */
public record StreamId(Kind kind, UUID thing) implements Comparable<StreamId> {

    /** The kinds of thing that have a stream. */
    public enum Kind {
        MATCH("match:"),
        PLAYER("player:"),
        IMPORT("import:"),
        PUBLICATION("publication:"),
        MEDIA("media:");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    public static StreamId of(MatchId match) {
        return new StreamId(Kind.MATCH, match.value());
    }

    public static StreamId of(PlayerId player) {
        return new StreamId(Kind.PLAYER, player.value());
    }

    /** @throws IllegalArgumentException if {@code text} names no kind of stream */
    @JsonCreator
    public static StreamId parse(String text) {
        for (Kind kind : Kind.values()) {
            if (text.startsWith(kind.prefix)) {
                return new StreamId(kind, UuidV7.parse(text.substring(kind.prefix.length())));
            }
        }
        throw new IllegalArgumentException("not a stream");
    }

    /** The match that it tells of, if it tells of one. */
    public Optional<MatchId> match() {
        return kind == Kind.MATCH ? Optional.of(new MatchId(thing)) : Optional.empty();
    }

    /**
     * Whether a row of {@code stream_reader} says who may watch it ({@link StreamReaders}); matches are for who is in them,
     * and a player's own stream for that player.
     */
    public boolean isGranted() {
        return kind != Kind.MATCH && kind != Kind.PLAYER;
    }

    /** The order in which a transaction locks several heads: that of the text, as the tables compare it. */
    @Override
    public int compareTo(StreamId other) {
        return toString().compareTo(other.toString());
    }

    @JsonValue
    @Override
    public String toString() {
        return kind.prefix + thing;
    }
}
