package app.vstrivia.local.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MessageTest {
    private static final String EVENT = "{\"type\":\"event\",\"stream\":\"match:018f\",\"epoch\":77,\"seq\":13,"
            + "\"kind\":\"round-sealed\",\"data\":{\"round\":3,\"answers\":2}}";

    @Test
    void anEventTellsWhereItStands() {
        Message event = message(EVENT);

        assertTrue(event.isType("event"));
        assertTrue(event.isEvent("round-sealed"));
        assertFalse(event.isEvent("round-sealed-again"));
        assertFalse(event.isEvent("round"));
        assertEquals("match:018f", event.text(Message.STREAM));
        assertEquals(77, event.number(Message.EPOCH));
        assertEquals(13, event.number(Message.SEQ));
        assertEquals(3, event.number(Message.ROUND));
    }

    @Test
    void whatIsMissingOrOfAnotherKindIsNothing() {
        Message event = message(EVENT);

        assertEquals("", event.text(Message.TEXT));
        assertEquals(-1, event.number(Message.STREAM));
        assertEquals("", event.text(Message.SEQ));
        assertEquals(-1, event.hex(Message.TEXT, 0, 4));
    }

    @Test
    void aTextMayBeginWithNumbersInHex() {
        Message announcement = message("{\"type\":\"announcement\",\"text\":\"m00ff1ax\"}");

        assertEquals(0xff, announcement.hex(Message.TEXT, 1, 4));
        assertEquals(0x1a, announcement.hex(Message.TEXT, 5, 2));
        assertEquals(-1, announcement.hex(Message.TEXT, 7, 2));
    }

    /** The bytes of many messages go through one buffer: what stands around a message is not part of it. */
    @Test
    void whatStandsBehindTheMessageIsNotReadForPartOfIt() {
        byte[] bytes = ("{\"type\":\"resumed\"}" + EVENT).getBytes(StandardCharsets.UTF_8);
        Message resumed = new Message().of(bytes, 0, 18, 0);

        assertTrue(resumed.isType("resumed"));
        assertEquals(-1, resumed.number(Message.SEQ));
    }

    private static Message message(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new Message().of(bytes, 0, bytes.length, 0);
    }
}
