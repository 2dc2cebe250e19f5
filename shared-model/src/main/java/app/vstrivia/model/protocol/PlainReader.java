package app.vstrivia.model.protocol;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.stream.StreamId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the messages that come all the time, in the plain form in which programs write them: the type first, no spaces, ASCII
 * without escapes, whole numbers. It is a small fraction of the code that Jackson runs for the same, and between two messages a
 * processor has forgotten most of it. Whatever is not plain, or not right, is left to Jackson, which has the last word.
 */
final class PlainReader {
    private static final byte[] BEGINNING = ascii("{\"type\":\"");
    private static final byte[] STREAM = ascii("{\"stream\":\"");
    private static final byte[] EPOCH = ascii("\"epoch\":");
    private static final byte[] SEQ = ascii("\"seq\":");
    /** 18 digits always fit a long. */
    private static final int MOST_DIGITS = 18;

    private final byte[] in;
    private int at;

    private String id;
    private MatchId match;
    private String text;
    private String body;
    private Integer round;
    private Integer elapsed;
    private Long sent;
    private List<Integer> choices;
    private List<Integer> order;
    private String value;
    private List<StreamPosition> streams;

    private PlainReader(byte[] in) {
        this.in = in;
    }

    /** The message; null if it is to be read by Jackson. */
    static ClientMessage read(byte[] frame) {
        try {
            return new PlainReader(frame).message();
        } catch (NotPlain | IllegalArgumentException notForUs) {
            return null;
        }
    }

    private ClientMessage message() {
        expect(BEGINNING);
        String type = restOfString();
        while (take() == ',') {
            field(name());
        }
        if (in[at - 1] != '}' || at != in.length) {
            throw NotPlain.IT;
        }
        return switch (type) {
            case "ping" -> new ClientMessage.Ping(known(body));
            case "heartbeat" -> new ClientMessage.Heartbeat(sent, streams);
            case "announce" -> new ClientMessage.Announce(known(id), known(match), known(text));
            case "answer" ->
                new ClientMessage.Answer(
                        known(id), known(match), known(round), choices, known(elapsed), value, order, text);
            default -> throw NotPlain.IT;
        };
    }

    private void field(String name) {
        switch (name) {
            case "id" -> id = first(id, string());
            case "match" -> match = first(match, MatchId.parse(string()));
            case "text" -> text = first(text, string());
            case "body" -> body = first(body, string());
            case "round" -> round = first(round, smallNumber());
            case "elapsed" -> elapsed = first(elapsed, smallNumber());
            case "sent" -> sent = first(sent, number());
            case "choices" -> choices = first(choices, choices());
            case "order" -> order = first(order, choices());
            case "value" -> value = first(value, string());
            case "streams" -> streams = first(streams, positions());
            default -> throw NotPlain.IT;
        }
    }

    private static <T> T first(T before, T value) {
        if (before != null) {
            throw NotPlain.IT;
        }
        return value;
    }

    private static <T> T known(T value) {
        if (value == null) {
            throw NotPlain.IT;
        }
        return value;
    }

    private List<Integer> choices() {
        List<Integer> numbers = new ArrayList<>(2);
        expect('[');
        do {
            numbers.add(smallNumber());
        } while (more());
        return numbers;
    }

    private List<StreamPosition> positions() {
        expect('[');
        if (at < in.length && in[at] == ']') {
            at++;
            return List.of();
        }
        List<StreamPosition> positions = new ArrayList<>(2);
        do {
            positions.add(position());
        } while (more());
        return positions;
    }

    private StreamPosition position() {
        expect(STREAM);
        StreamId stream = StreamId.parse(restOfString());
        expect(',');
        expect(EPOCH);
        long epoch = number();
        expect(',');
        expect(SEQ);
        long seq = number();
        expect('}');
        return new StreamPosition(stream, epoch, seq);
    }

    /** Whether the list goes on. */
    private boolean more() {
        byte next = take();
        if (next != ',' && next != ']') {
            throw NotPlain.IT;
        }
        return next == ',';
    }

    private String name() {
        String name = string();
        expect(':');
        return name;
    }

    private String string() {
        expect('"');
        return restOfString();
    }

    private String restOfString() {
        int start = at;
        byte next = take();
        while (next != '"') {
            // Below are control characters, and the bytes of other characters than ASCII, which are negative.
            if (next < ' ' || next == '\\') {
                throw NotPlain.IT;
            }
            next = take();
        }
        return new String(in, start, at - 1 - start, StandardCharsets.ISO_8859_1);
    }

    private int smallNumber() {
        long number = number();
        if (number > Integer.MAX_VALUE) {
            throw NotPlain.IT;
        }
        return (int) number;
    }

    private long number() {
        int start = at;
        long number = 0;
        while (at < in.length && in[at] >= '0' && in[at] <= '9' && at - start <= MOST_DIGITS) {
            number = number * 10 + in[at++] - '0';
        }
        int digits = at - start;
        if (digits == 0 || digits > MOST_DIGITS || digits > 1 && in[start] == '0') {
            throw NotPlain.IT;
        }
        return number;
    }

    private void expect(byte[] bytes) {
        for (byte expected : bytes) {
            expect((char) expected);
        }
    }

    private void expect(char expected) {
        if (take() != expected) {
            throw NotPlain.IT;
        }
    }

    private byte take() {
        if (at == in.length) {
            throw NotPlain.IT;
        }
        return in[at++];
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Says nothing, and costs nothing. */
    private static final class NotPlain extends RuntimeException {
        private static final NotPlain IT = new NotPlain();

        private NotPlain() {
            super(null, null, false, false);
        }
    }
}
