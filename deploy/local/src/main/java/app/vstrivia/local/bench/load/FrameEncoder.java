package app.vstrivia.local.bench.load;

import java.nio.ByteBuffer;

/** Writes frames as RFC 6455 wants them from a client: whole, and masked. */
final class FrameEncoder {
    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PONG = 10;

    private static final int FIN = 0x80;
    private static final int MASKED = 0x80;
    private static final int MASK_BYTES = 4;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;

    private FrameEncoder() {}

    /** @param mask any number; the server takes it off again */
    static ByteBuffer encode(int opcode, byte[] payload, int offset, int length, int mask) {
        ByteBuffer frame = ByteBuffer.allocate(2 + 8 + MASK_BYTES + length);
        frame.put((byte) (FIN | opcode));
        if (length < TWO_BYTES) {
            frame.put((byte) (MASKED | length));
        } else if (length <= 0xffff) {
            frame.put((byte) (MASKED | TWO_BYTES)).putShort((short) length);
        } else {
            frame.put((byte) (MASKED | EIGHT_BYTES)).putLong(length);
        }
        frame.putInt(mask);
        for (int i = 0; i < length; i++) {
            frame.put((byte) (payload[offset + i] ^ mask >>> 24 - 8 * (i & 3)));
        }
        return frame.flip();
    }
}
