package app.vstrivia.model.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.protocol.ServerMessage.Ack;
import app.vstrivia.model.protocol.ServerMessage.GivenAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way through the wire's messages says what the long way says, or nothing. */
class PlainFormTest {
    private static final MatchId MATCH = MatchId.parse("018f0000-0000-7000-8000-000000000001");
    private static final String PING = "{\"type\":\"ping\",\"body\":\"abc\"}";
    private static final String ANSWER = "{\"type\":\"answer\",\"id\":\"c2\",\"match\":\"" + MATCH
            + "\",\"round\":3,\"choices\":[1,4],\"elapsed\":2000}";
    private static final String ANNOUNCE =
            "{\"type\":\"announce\",\"id\":\"a\",\"match\":\"" + MATCH + "\",\"text\":\"Two minutes to go\"}";
    private static final String BEAT =
            "{\"type\":\"heartbeat\",\"sent\":1790000000000,\"streams\":[{\"stream\":\"match:" + MATCH
                    + "\",\"epoch\":77,\"seq\":12},{\"stream\":\"player:" + MATCH + "\",\"epoch\":0,\"seq\":0}]}";
    private static final List<String> MESSAGES = List.of(
            PING,
            ANSWER,
            ANSWER.replace("\"choices\":[1,4]", "\"value\":\"-3.14\""),
            ANSWER.replace("\"choices\":[1,4]", "\"order\":[2,0,1]"),
            ANSWER.replace("\"choices\":[1,4]", "\"text\":\"Sao Paulo\""),
            ANNOUNCE,
            BEAT,
            "{\"type\":\"heartbeat\",\"sent\":0,\"streams\":[]}",
            "{\"type\":\"heartbeat\"}");
    private static final String INSERTED = "{}[]\",:\\ 0123456789-+.eE\u0000\u007f\u00e9ntypebodyid";

    @Test
    void messagesOfProgramsAreRead() throws ProtocolCodec.Undecodable {
        for (String message : MESSAGES) {
            ClientMessage read = PlainReader.read(message.getBytes(UTF_8));

            assertNotNull(read, message);
            assertEquals(ProtocolCodec.decodeAny(message.getBytes(UTF_8)), read);
        }
    }

    @Test
    void whateverIsReadJacksonReadsAlike() {
        Random random = new Random(7);
        int read = 0;
        for (int i = 0; i < 300_000; i++) {
            byte[] damaged = damaged(MESSAGES.get(random.nextInt(MESSAGES.size())), random);
            ClientMessage plain = PlainReader.read(damaged);
            if (plain != null) {
                assertEquals(byJackson(damaged), plain, () -> new String(damaged, UTF_8));
                read++;
            }
        }
        assertTrue(read > 5_000, read + " were read");
    }

    private static ClientMessage byJackson(byte[] frame) {
        try {
            return ProtocolCodec.decodeAny(frame);
        } catch (ProtocolCodec.Undecodable e) {
            return null;
        }
    }

    private static byte[] damaged(String message, Random random) {
        StringBuilder text = new StringBuilder(message);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(text.length());
            int to = Math.min(text.length(), at + 1 + random.nextInt(12));
            switch (random.nextInt(5)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, INSERTED.charAt(random.nextInt(INSERTED.length())));
                case 2 -> text.setCharAt(at, INSERTED.charAt(random.nextInt(INSERTED.length())));
                case 3 -> text.insert(at, text.substring(at, to));
                default -> text.replace(at, at + 1, Integer.toString(random.nextInt()));
            }
        }
        return text.toString().getBytes(UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"type\":\"",
                "{\"type\":\"ping\"",
                "{\"type\":\"ping\"}",
                "{\"type\":\"ping\",\"body\":\"a\"} ",
                "{\"type\":\"ping\",\"body\":\"a\",\"body\":\"a\"}",
                "{\"type\":\"ping\",\"body\":\"\\u0041\"}",
                "{\"type\":\"ping\",\"body\":\"\u00e9\"}",
                "{ \"type\":\"ping\",\"body\":\"a\"}",
                "{\"type\":\"heartbeat\",\"sent\":01}",
                "{\"type\":\"heartbeat\",\"sent\":1234567890123456789}",
                "{\"type\":\"heartbeat\",\"sent\":-1}",
                "{\"type\":\"heartbeat\",\"streams\":[",
                "{\"type\":\"hello\"}",
                "{\"type\":\"heartbeat\",\"other\":1}"
            })
    void whatIsNotPlainIsLeftToJackson(String message) {
        assertNull(PlainReader.read(message.getBytes(UTF_8)));
    }

    @Test
    void whatIsWrittenJacksonWritesAlike() {
        Random random = new Random(7);
        int written = 0;
        for (int i = 0; i < 50_000; i++) {
            ServerMessage message = message(random);
            String plain = PlainWriter.write(message);
            if (plain != null) {
                assertEquals(ProtocolCodec.encodeAny(message), plain);
                written++;
            }
        }
        assertTrue(written > 10_000, written + " were written");
    }

    private static ServerMessage message(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new ServerMessage.Pong(text(random));
            case 1 -> new ServerMessage.Heartbeat(random.nextLong(), random.nextBoolean() ? null : random.nextLong());
            case 2 -> new ServerMessage.Announcement(MATCH, text(random), random.nextLong());
            default ->
                new Ack(
                        text(random),
                        Ack.Status.values()[random.nextInt(Ack.Status.values().length)],
                        random.nextInt(9) == 0 ? null : MATCH,
                        random.nextInt(),
                        random.nextInt(9) == 0 ? null : given(random),
                        random.nextInt(9) == 0 ? text(random) : null);
        };
    }

    private static GivenAnswer given(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new GivenAnswer(List.of(), random.nextInt(), "-3.14", null, null);
            case 1 -> new GivenAnswer(List.of(), random.nextInt(), null, numbers(random), null);
            case 2 -> new GivenAnswer(List.of(), random.nextInt(), null, null, text(random));
            default -> new GivenAnswer(numbers(random), random.nextInt());
        };
    }

    private static List<Integer> numbers(Random random) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            numbers.add(random.nextInt(12));
        }
        return numbers;
    }

    /** Mostly plain. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            text.appendCodePoint(random.nextInt(30) == 0 ? random.nextInt(0xD800) : ' ' + random.nextInt(95));
        }
        return text.toString();
    }
}
