package app.vstrivia.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.vertx.mutiny.core.buffer.Buffer;
import java.util.Objects;
import java.util.UUID;

/** Names one player. */
public record PlayerId(UUID value) implements Comparable<PlayerId> {
    public PlayerId {
        Objects.requireNonNull(value, "player id");
    }

    public static PlayerId next() {
        return new PlayerId(UuidV7.next());
    }

    /** @throws IllegalArgumentException if {@code text} is not a canonical UUID */
    @JsonCreator
    public static PlayerId parse(String text) {
        return new PlayerId(UuidV7.parse(text));
    }

    public static PlayerId of(Buffer bytes) {
        return new PlayerId(UuidV7.fromBuffer(bytes));
    }

    /** The value as the tables hold it. */
    public Buffer toBuffer() {
        return UuidV7.toBuffer(value);
    }

    /** Orders as the database orders the {@code BINARY(16)}: unsigned, so that locks are taken in one order by all. */
    @Override
    public int compareTo(PlayerId other) {
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
