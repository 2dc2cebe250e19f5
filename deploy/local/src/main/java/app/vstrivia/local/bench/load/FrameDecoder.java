package app.vstrivia.local.bench.load;

import java.io.ByteArrayOutputStream;

/** Takes messages out of the bytes that a server sent (RFC 6455), and puts fragmented ones together. */
final class FrameDecoder {
    /** Hears of each message. The bytes are the sink's during the call only. */
    interface Sink {
        void message(int opcode, byte[] bytes, int offset, int length);
    }

    private static final int CONTINUATION = 0;
    private static final int CONTROL = 8;

    private ByteArrayOutputStream fragments;
    private int fragmentsOpcode;

    /**
     * Gives all whole messages among the bytes to the sink.
     *
     * @return where the first incomplete frame begins; the caller brings it again, with more behind it
     */
    int decode(byte[] bytes, int from, int to, Sink sink) {
        int at = from;
        while (to - at >= 2) {
            int header = 2;
            long length = bytes[at + 1] & 0x7f;
            if (length == 126) {
                header = 4;
            } else if (length == 127) {
                header = 10;
            }
            if (to - at < header) {
                break;
            }
            if (header > 2) {
                length = 0;
                for (int i = 2; i < header; i++) {
                    length = length << 8 | bytes[at + i] & 0xff;
                }
            }
            if (to - at - header < length) {
                break;
            }
            frame(bytes[at] & 0xff, bytes, at + header, (int) length, sink);
            at += header + (int) length;
        }
        return at;
    }

    private void frame(int first, byte[] bytes, int offset, int length, Sink sink) {
        boolean last = (first & 0x80) != 0;
        int opcode = first & 0x0f;
        if (opcode >= CONTROL || last && opcode != CONTINUATION) {
            sink.message(opcode, bytes, offset, length);
            return;
        }
        if (opcode != CONTINUATION) {
            fragments = new ByteArrayOutputStream();
            fragmentsOpcode = opcode;
        }
        if (fragments == null) {
            throw new IllegalStateException("the server continues a message that it never began");
        }
        fragments.write(bytes, offset, length);
        if (last) {
            byte[] whole = fragments.toByteArray();
            fragments = null;
            sink.message(fragmentsOpcode, whole, 0, whole.length);
        }
    }
}
