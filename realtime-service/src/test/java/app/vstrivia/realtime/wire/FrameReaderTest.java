package app.vstrivia.realtime.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {
    private static final int LIMIT = 65_536;
    private static final int FINAL = 0x80;

    private final FrameReader reader = new FrameReader(LIMIT);
    private final Heard heard = new Heard();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 125, 126, 127, 4_096, 65_535, 65_536})
    void aMessageOfAnyLengthIsRead(int length) throws Exception {
        read(frame(FINAL | FrameReader.TEXT, "x".repeat(length)));

        assertEquals(List.of("text " + "x".repeat(length)), heard.all);
    }

    @Test
    void framesAreTheSameHoweverTheNetworkCutsThem() throws Exception {
        byte[] all = join(
                frame(FINAL | FrameReader.TEXT, "first"),
                frame(FrameReader.TEXT, "in "),
                frame(FINAL | FrameReader.PING, "between"),
                frame(FrameReader.CONTINUATION, "three "),
                frame(FINAL | FrameReader.CONTINUATION, "pieces"),
                frame(FINAL | FrameReader.BINARY, "no text"),
                frame(FINAL | FrameReader.TEXT, "l".repeat(300)),
                frame(FINAL | FrameReader.CLOSE, ""));
        read(all);
        List<String> whole = List.copyOf(heard.all);
        assertEquals(
                List.of(
                        "text first",
                        "1",
                        "9 between",
                        "0",
                        "0",
                        "text in three pieces",
                        "binary no text",
                        "text " + "l".repeat(300),
                        "8"),
                whole);

        Random random = new Random(7);
        for (int run = 0; run < 200; run++) {
            heard.all.clear();
            for (int from = 0; from < all.length; ) {
                int to = Math.min(all.length, from + 1 + random.nextInt(run % 20 + 1));
                read(Arrays.copyOfRange(all, from, to));
                from = to;
            }
            assertEquals(whole, heard.all);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0xC1, true, compressed",
        "0x91, true, reserved",
        "0x83, true, unknown opcode",
        "0x8B, true, unknown control",
        "0x81, false, not masked",
        "0x80, true, a continuation of nothing",
        "0x09, true, a control frame in pieces"
    })
    void whatIsNoWebSocketCannotBeRead(String first, boolean masked, String what) {
        byte[] bytes = frame(Integer.decode(first), what);
        if (!masked) {
            bytes[1] &= 0x7F;
        }

        FrameReader.Unreadable refused = assertThrows(FrameReader.Unreadable.class, () -> read(bytes));
        assertFalse(refused.isTooMuch());
    }

    @Test
    void aMessageWithinAMessageCannotBeRead() throws Exception {
        read(frame(FrameReader.TEXT, "begun"));

        assertThrows(FrameReader.Unreadable.class, () -> read(frame(FINAL | FrameReader.TEXT, "another")));
    }

    @Test
    void aLongControlFrameCannotBeRead() {
        assertThrows(FrameReader.Unreadable.class, () -> read(frame(FINAL | FrameReader.PING, "x".repeat(126))));
    }

    @Test
    void moreThanTheLimitIsRefusedBeforeItHasCome() {
        byte[] header = {(byte) (FINAL | FrameReader.TEXT), (byte) 0xFF, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0};
        assertTrue(
                assertThrows(FrameReader.Unreadable.class, () -> read(header)).isTooMuch());

        byte[] negative = {(byte) (FINAL | FrameReader.TEXT), (byte) 0xFF, -1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0};
        assertTrue(
                assertThrows(FrameReader.Unreadable.class, () -> read(negative)).isTooMuch());
    }

    @Test
    void piecesTogetherHaveTheSameLimit() throws Exception {
        read(frame(FrameReader.TEXT, "x".repeat(60_000)));

        assertTrue(assertThrows(
                        FrameReader.Unreadable.class, () -> read(frame(FrameReader.CONTINUATION, "x".repeat(6_000))))
                .isTooMuch());
    }

    @Test
    void whoDoesNotListenAnyMoreIsToldNothing() throws Exception {
        heard.listens = false;
        read(join(frame(FINAL | FrameReader.TEXT, "one"), frame(FINAL | FrameReader.TEXT, "two")));
        read(frame(FINAL | FrameReader.TEXT, "three"));

        assertEquals(List.of(), heard.all);
    }

    private void read(byte[] bytes) throws FrameReader.Unreadable {
        ByteBuf buffer = Unpooled.copiedBuffer(bytes);
        try {
            reader.read(buffer, UnpooledByteBufAllocator.DEFAULT, heard);
        } finally {
            assertEquals(0, buffer.refCnt());
        }
    }

    /** Masked, as a client's frames are. */
    private static byte[] frame(int first, String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        byte[] mask = {0x12, (byte) 0xF3, 0x54, (byte) 0x85};
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(first);
        int header = payload.length < 126 ? 0 : payload.length < 65_536 ? Short.BYTES : Long.BYTES;
        out.write(0x80 | (header == 0 ? payload.length : header == Short.BYTES ? 126 : 127));
        for (int i = header - 1; i >= 0; i--) {
            out.write((int) ((long) payload.length >> Byte.SIZE * i));
        }
        out.writeBytes(mask);
        for (int i = 0; i < payload.length; i++) {
            out.write(payload[i] ^ mask[i % mask.length]);
        }
        return out.toByteArray();
    }

    private static byte[] join(byte[]... frames) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] frame : frames) {
            out.writeBytes(frame);
        }
        return out.toByteArray();
    }

    private static final class Heard implements FrameReader.Listener {
        private final List<String> all = new ArrayList<>();
        private boolean listens = true;

        @Override
        public boolean listens() {
            return listens;
        }

        @Override
        public void message(boolean text, byte[] payload) {
            all.add((text ? "text " : "binary ") + new String(payload, StandardCharsets.UTF_8));
        }

        @Override
        public void control(int opcode, byte[] payload) {
            all.add((opcode + " " + new String(payload, StandardCharsets.UTF_8)).strip());
        }
    }
}
