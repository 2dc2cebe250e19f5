package app.vstrivia.realtime.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.Arrays;

/**
 * Takes frames apart as RFC 6455, section 5, has them, and puts the pieces of a message together. One for each connection;
 * it holds memory only while a frame or a message has come in part.
 */
final class FrameReader {
    /** What came in is no WebSocket, or more than there may be; nothing behind it can be read. */
    static final class Unreadable extends Exception {
        private final boolean tooMuch;

        Unreadable(String message, boolean tooMuch) {
            super(message, null, false, false);
            this.tooMuch = tooMuch;
        }

        /** Whether it is only too long. */
        boolean isTooMuch() {
            return tooMuch;
        }
    }

    /** Gets what was read. */
    interface Listener {
        /** Whether it wants more; what is not wanted is not read. */
        boolean listens();

        /** A whole message. */
        void message(boolean text, byte[] payload);

        /** A frame that is not a message by itself: a ping, a pong, a close, or a piece, which has no payload here. */
        void control(int opcode, byte[] payload);
    }

    static final int CONTINUATION = 0x0;
    static final int TEXT = 0x1;
    static final int BINARY = 0x2;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;

    private static final int FINAL = 0x80;
    private static final int RESERVED = 0x70;
    private static final int OPCODE = 0x0F;
    private static final int MASKED = 0x80;
    private static final int LENGTH = 0x7F;
    private static final int IN_TWO_BYTES = 126;
    private static final int IN_EIGHT_BYTES = 127;
    private static final int SHORTEST_HEADER = 6;
    private static final int MAX_CONTROL_PAYLOAD = 125;
    private static final byte[] NOTHING = {};

    private final int maxMessageBytes;
    /** The beginning of a frame whose rest has not come; null mostly. */
    private ByteBuf rest;
    /** The beginning of a message in pieces; null mostly. */
    private byte[] pieces;

    private int piecesLength;
    private boolean piecesAreText;

    FrameReader(int maxMessageBytes) {
        this.maxMessageBytes = maxMessageBytes;
    }

    /**
     * Reads what is there, and releases it.
     *
     * @throws Unreadable if no more can be read: the connection should end
     */
    void read(ByteBuf bytes, ByteBufAllocator allocator, Listener listener) throws Unreadable {
        if (rest != null) {
            readOn(bytes, listener);
            return;
        }
        try {
            takeFrames(bytes, listener);
            if (bytes.isReadable() && listener.listens()) {
                rest = allocator.heapBuffer(bytes.readableBytes()).writeBytes(bytes);
            }
        } finally {
            bytes.release();
        }
    }

    private void readOn(ByteBuf bytes, Listener listener) throws Unreadable {
        try {
            rest.writeBytes(bytes);
        } finally {
            bytes.release();
        }
        takeFrames(rest, listener);
        if (rest != null && !rest.isReadable()) {
            rest.release();
            rest = null;
        } else if (rest != null) {
            rest.discardReadBytes();
        }
    }

    private void takeFrames(ByteBuf in, Listener listener) throws Unreadable {
        boolean taken = true;
        while (taken && listener.listens()) {
            taken = takeFrame(in, listener);
        }
    }

    /** False if it is not all there yet. */
    private boolean takeFrame(ByteBuf in, Listener listener) throws Unreadable {
        int available = in.readableBytes();
        if (available < 2) {
            return false;
        }
        int at = in.readerIndex();
        int first = in.getByte(at);
        int second = in.getByte(at + 1);
        require((first & RESERVED) == 0, "reserved bits");
        require((second & MASKED) != 0, "not masked");
        if (available < SHORTEST_HEADER) {
            return false;
        }
        int header = SHORTEST_HEADER;
        long length = second & LENGTH;
        if (length == IN_TWO_BYTES) {
            length = in.getUnsignedShort(at + 2);
            header += Short.BYTES;
        } else if (length == IN_EIGHT_BYTES) {
            header += Long.BYTES;
            if (available < header) {
                return false;
            }
            length = in.getLong(at + 2);
        }
        if (length < 0 || length > maxMessageBytes) {
            throw new Unreadable("a frame of " + length + " bytes", true);
        }
        if (available < header + length) {
            return false;
        }
        in.skipBytes(header);
        byte[] payload = unmasked(in, (int) length, in.getInt(at + header - Integer.BYTES));
        take((first & FINAL) != 0, first & OPCODE, payload, listener);
        return true;
    }

    private static byte[] unmasked(ByteBuf in, int length, int mask) {
        if (length == 0) {
            return NOTHING;
        }
        byte[] payload = new byte[length];
        in.readBytes(payload);
        for (int i = 0; i < length; i++) {
            payload[i] ^= (byte) (mask >>> 24 - Byte.SIZE * (i & 3));
        }
        return payload;
    }

    private void take(boolean last, int opcode, byte[] payload, Listener listener) throws Unreadable {
        switch (opcode) {
            case TEXT, BINARY -> {
                require(pieces == null, "a message within another");
                if (last) {
                    listener.message(opcode == TEXT, payload);
                } else {
                    pieces = payload;
                    piecesLength = payload.length;
                    piecesAreText = opcode == TEXT;
                    listener.control(opcode, NOTHING);
                }
            }
            case CONTINUATION -> {
                require(pieces != null, "a continuation of nothing");
                takePiece(last, payload, listener);
            }
            case CLOSE, PING, PONG -> {
                require(last && payload.length <= MAX_CONTROL_PAYLOAD, "a long control frame");
                listener.control(opcode, payload);
            }
            default -> throw new Unreadable("opcode " + opcode, false);
        }
    }

    private void takePiece(boolean last, byte[] payload, Listener listener) throws Unreadable {
        int together = piecesLength + payload.length;
        if (together > maxMessageBytes) {
            throw new Unreadable("a message of more than " + maxMessageBytes + " bytes", true);
        }
        listener.control(CONTINUATION, NOTHING);
        if (together > pieces.length) {
            pieces = Arrays.copyOf(pieces, Math.max(together, 2 * pieces.length));
        }
        System.arraycopy(payload, 0, pieces, piecesLength, payload.length);
        piecesLength = together;
        if (last) {
            byte[] whole = Arrays.copyOf(pieces, together);
            pieces = null;
            listener.message(piecesAreText, whole);
        }
    }

    private static void require(boolean condition, String otherwise) throws Unreadable {
        if (!condition) {
            throw new Unreadable(otherwise, false);
        }
    }

    /** Lets go of what came in part. */
    void end() {
        pieces = null;
        if (rest != null) {
            rest.release();
            rest = null;
        }
    }
}
