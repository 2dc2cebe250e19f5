package app.vstrivia.local.bench.load;

import java.nio.charset.StandardCharsets;

/**
 * A JSON message of the service as its bytes, read by looking for what stands before a value: parsing each of 100,000
 * messages a second would measure the parser. Good for names that occur once before the wanted value, which the order of
 * fields on the wire grants. Valid during the call that it is given to.
 */
final class Message {
    /** A field's name, as it stands on the wire. */
    record Field(byte[] pattern) {
        static Field of(String name) {
            return new Field(("\"" + name + "\":").getBytes(StandardCharsets.US_ASCII));
        }
    }

    static final Field TYPE = Field.of("type");
    static final Field KIND = Field.of("kind");
    static final Field SEQ = Field.of("seq");
    static final Field EPOCH = Field.of("epoch");
    static final Field STREAM = Field.of("stream");
    static final Field MATCH = Field.of("match");
    static final Field ROUND = Field.of("round");
    static final Field ID = Field.of("id");
    static final Field STATUS = Field.of("status");
    static final Field TEXT = Field.of("text");

    private byte[] bytes;
    private int from;
    private int to;
    private long receivedAt;

    Message of(byte[] all, int offset, int length, long now) {
        bytes = all;
        from = offset;
        to = offset + length;
        receivedAt = now;
        return this;
    }

    /** When it had been read from the socket, in ns since 1970-01-01 UTC. */
    long receivedAt() {
        return receivedAt;
    }

    boolean isType(String type) {
        return is(TYPE, type);
    }

    boolean isEvent(String kind) {
        return is(TYPE, "event") && is(KIND, kind);
    }

    boolean is(Field field, String value) {
        int at = valueOf(field);
        if (at < 0 || to - at < value.length() + 2 || bytes[at] != '"' || bytes[at + value.length() + 1] != '"') {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (bytes[at + 1 + i] != value.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** A string value; empty if the field is missing or holds something else. */
    String text(Field field) {
        int at = valueOf(field);
        if (at < 0 || bytes[at] != '"') {
            return "";
        }
        int end = at + 1;
        while (end < to && bytes[end] != '"') {
            end++;
        }
        return new String(bytes, at + 1, end - at - 1, StandardCharsets.UTF_8);
    }

    /** A whole number that is not negative; -1 if there is none. */
    long number(Field field) {
        int at = valueOf(field);
        if (at < 0 || at >= to || bytes[at] < '0' || bytes[at] > '9') {
            return -1;
        }
        long value = 0;
        for (; at < to && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
            value = value * 10 + bytes[at] - '0';
        }
        return value;
    }

    /** The hexadecimal number of so many digits at this place behind the beginning of a string value; -1 if there is none. */
    long hex(Field field, int place, int digits) {
        int at = valueOf(field) + 1 + place;
        if (at <= place || at + digits > to) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(bytes[at + i], 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private int valueOf(Field field) {
        byte[] pattern = field.pattern;
        for (int at = from; at <= to - pattern.length - 1; at++) {
            int i = 0;
            while (i < pattern.length && bytes[at + i] == pattern[i]) {
                i++;
            }
            if (i == pattern.length) {
                return at + i;
            }
        }
        return -1;
    }

    @Override
    public String toString() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
