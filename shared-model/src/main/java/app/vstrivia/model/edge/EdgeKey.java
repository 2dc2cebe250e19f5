package app.vstrivia.model.edge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** The header that opens the door. */
public final class EdgeKey {
    private static final int SHORTEST = 16;
    private static final int MOST_VALUES = 2;

    private final String header;
    private final List<byte[]> values;

    private EdgeKey(String header, List<String> values) {
        this.header = header;
        this.values = values.stream()
                .map(value -> value.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /**
     * Empty if none is required.
     *
     * @throws IllegalArgumentException for a header without one or two values of {@value #SHORTEST} characters or more: a door
     *     that only seems to be locked
     */
    public static Optional<EdgeKey> of(EdgeConfig config) {
        List<String> values = config.requiredValues().orElse(List.of());
        if (config.requiredHeader().isEmpty()) {
            if (!values.isEmpty()) {
                throw new IllegalArgumentException("trivia.edge.required-values is set, required-header is not");
            }
            return Optional.empty();
        }
        if (values.isEmpty()
                || values.size() > MOST_VALUES
                || values.stream().anyMatch(value -> value.length() < SHORTEST)) {
            throw new IllegalArgumentException(
                    "trivia.edge.required-values needs one or two values of " + SHORTEST + " characters or more");
        }
        return Optional.of(new EdgeKey(config.requiredHeader().get(), values));
    }

    public String header() {
        return header;
    }

    /** What to send to the other service, which stands behind the same door. */
    public String value() {
        return new String(values.get(0), StandardCharsets.UTF_8);
    }

    /** Whether this is what the header said, once. The time that it takes tells nothing of the values. */
    boolean fits(List<String> given) {
        if (given.size() != 1) {
            return false;
        }
        byte[] bytes = given.get(0).getBytes(StandardCharsets.UTF_8);
        boolean fits = false;
        for (byte[] value : values) {
            fits |= MessageDigest.isEqual(bytes, value);
        }
        return fits;
    }

    @Override
    public String toString() {
        return "EdgeKey[" + header + "]";
    }
}
