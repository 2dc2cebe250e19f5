package app.vstrivia.local.bench.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameCodecTest {
    private final List<String> heard = new ArrayList<>();
    private final FrameDecoder decoder = new FrameDecoder();
    private final FrameDecoder.Sink sink = (opcode, bytes, offset, length) ->
            heard.add(opcode + ":" + new String(bytes, offset, length, StandardCharsets.UTF_8));

    /** RFC 6455, 5.7: a single-frame masked text message that contains "Hello". */
    @Test
    void aMaskedFrameIsThatOfTheStandard() {
        ByteBuffer frame = FrameEncoder.encode(FrameEncoder.TEXT, "Hello".getBytes(), 0, 5, 0x37fa213d);

        assertArrayEquals(HexFormat.of().parseHex("818537fa213d7f9f4d5158"), bytes(frame));
    }

    @Test
    void lengthsAreWrittenInTwoAndInEightBytes() {
        assertEquals(
                4 + 4 + 126, FrameEncoder.encode(1, new byte[126], 0, 126, 1).remaining());
        assertEquals(
                4 + 4 + 65_535,
                FrameEncoder.encode(1, new byte[65_535], 0, 65_535, 1).remaining());
        assertEquals(
                10 + 4 + 65_536,
                FrameEncoder.encode(1, new byte[65_536], 0, 65_536, 1).remaining());
    }

    @Test
    void framesThatComeTogetherAreTakenApart() {
        byte[] bytes = joined(frame(0x81, "one"), frame(0x89, "ping"), frame(0x81, "x".repeat(300)));

        int end = decoder.decode(bytes, 0, bytes.length, sink);

        assertEquals(bytes.length, end);
        assertEquals(List.of("1:one", "9:ping", "1:" + "x".repeat(300)), heard);
    }

    @Test
    void aFrameThatIsCutAnywhereIsReadWhenTheRestHasCome() {
        byte[] bytes = joined(frame(0x81, "first"), frame(0x81, "y".repeat(70_000)), frame(0x81, "last"));

        for (int cut = 0; cut < bytes.length; cut += 997) {
            heard.clear();
            int end = decoder.decode(bytes, 0, cut, sink);
            assertEquals(bytes.length, decoder.decode(bytes, end, bytes.length, sink));
            assertEquals(List.of("1:first", "1:" + "y".repeat(70_000), "1:last"), heard);
        }
    }

    @Test
    void fragmentsBecomeOneMessageAndAPingMayComeBetween() {
        byte[] bytes = joined(frame(0x01, "one "), frame(0x89, "p"), frame(0x00, "and "), frame(0x80, "two"));

        decoder.decode(bytes, 0, bytes.length, sink);

        assertEquals(List.of("9:p", "1:one and two"), heard);
    }

    @Test
    void aContinuationOfNothingIsAnError() {
        byte[] bytes = frame(0x80, "lost");

        assertThrows(IllegalStateException.class, () -> decoder.decode(bytes, 0, bytes.length, sink));
    }

    private static byte[] frame(int first, String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(10 + payload.length).put((byte) first);
        if (payload.length < 126) {
            frame.put((byte) payload.length);
        } else if (payload.length < 65_536) {
            frame.put((byte) 126).putShort((short) payload.length);
        } else {
            frame.put((byte) 127).putLong(payload.length);
        }
        return bytes(frame.put(payload).flip());
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
