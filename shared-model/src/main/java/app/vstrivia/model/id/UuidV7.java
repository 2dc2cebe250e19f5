package app.vstrivia.model.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.vertx.mutiny.core.buffer.Buffer;
import java.util.UUID;

/** Makes UUIDs of version 7 (RFC 9562) and converts them to and from the {@code BINARY(16)} that the tables hold. */
public final class UuidV7 {
    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private UuidV7() {}

    /** A new identifier, greater than those made before it in this process. */
    public static UUID next() {
        return GENERATOR.generate();
    }

    /** The 16 bytes of {@code id}, most significant first. */
    public static Buffer toBuffer(UUID id) {
        return Buffer.buffer(16).appendLong(id.getMostSignificantBits()).appendLong(id.getLeastSignificantBits());
    }

    /** The identifier that {@link #toBuffer} made; null for null. */
    public static UUID fromBuffer(Buffer bytes) {
        return bytes == null ? null : new UUID(bytes.getLong(0), bytes.getLong(8));
    }

    /**
     * Reads the canonical 36-character form only: {@link UUID#fromString} accepts shortened groups, which would give one
     * thing several names.
     *
     * @throws IllegalArgumentException if {@code text} is anything else
     */
    public static UUID parse(String text) {
        if (text == null || text.length() != 36) {
            throw new IllegalArgumentException("not an identifier");
        }
        return UUID.fromString(text);
    }
}
