package app.vstrivia.realtime.wire;

import app.vstrivia.model.protocol.CloseCode;
import app.vstrivia.model.protocol.ProtocolCodec;
import app.vstrivia.model.protocol.ServerMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A message encoded once for any number of sockets: an unfragmented, unmasked frame of RFC 6455, section 5.2. */
public final class Frame {
    private static final int FINAL = 0x80;
    private static final int TEXT = 0x1;
    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;
    private static final int PONG = 0xA;
    private static final int SHORT_PAYLOAD = 125;
    private static final int LENGTH_IN_TWO_BYTES = 126;
    private static final int LENGTH_IN_EIGHT_BYTES = 127;
    private static final int MAX_IN_TWO_BYTES = 0xFFFF;

    /** Its echo measures the way there and back. */
    static final Frame ECHO_REQUEST = new Frame(PING, new byte[] {1});

    private final byte[] bytes;
    private final int payloadAt;

    private Frame(int opcode, byte[] payload) {
        payloadAt = headerLength(payload.length);
        bytes = new byte[payloadAt + payload.length];
        bytes[0] = (byte) (FINAL | opcode);
        writeLength(payload.length);
        System.arraycopy(payload, 0, bytes, payloadAt, payload.length);
    }

    public static Frame of(ServerMessage message) {
        return new Frame(TEXT, ProtocolCodec.encodeBytes(message));
    }

    /** A message that is JSON already. */
    public static Frame of(String json) {
        return new Frame(TEXT, json.getBytes(StandardCharsets.UTF_8));
    }

    static Frame pong(byte[] payload) {
        return new Frame(PONG, payload);
    }

    static Frame close(int code, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        byte[] payload = new byte[2 + text.length];
        payload[0] = (byte) (code >> Byte.SIZE);
        payload[1] = (byte) code;
        System.arraycopy(text, 0, payload, 2, text.length);
        return new Frame(CLOSE, payload);
    }

    static Frame close(CloseCode code) {
        return close(code.code(), code.reason());
    }

    private static int headerLength(int payload) {
        if (payload <= SHORT_PAYLOAD) {
            return 2;
        }
        return payload <= MAX_IN_TWO_BYTES ? 4 : 10;
    }

    private void writeLength(int length) {
        switch (payloadAt) {
            case 2 -> bytes[1] = (byte) length;
            case 4 -> {
                bytes[1] = LENGTH_IN_TWO_BYTES;
                bytes[2] = (byte) (length >> 8);
                bytes[3] = (byte) length;
            }
            default -> {
                bytes[1] = LENGTH_IN_EIGHT_BYTES;
                for (int i = 0; i < 4; i++) {
                    bytes[9 - i] = (byte) (length >> 8 * i);
                }
            }
        }
    }

    /** Header and payload; not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    byte[] payload() {
        return Arrays.copyOfRange(bytes, payloadAt, bytes.length);
    }

    boolean isClose() {
        return (bytes[0] & 0xF) == CLOSE;
    }

    /** Of a close frame. */
    int closeCode() {
        return (bytes[payloadAt] & 0xFF) << Byte.SIZE | bytes[payloadAt + 1] & 0xFF;
    }

    /** Of a close frame. */
    String closeReason() {
        return new String(bytes, payloadAt + 2, bytes.length - payloadAt - 2, StandardCharsets.UTF_8);
    }

    /** How much it takes of the wire, in bytes. */
    public int length() {
        return bytes.length;
    }

    /** What it says. */
    public String text() {
        return new String(bytes, payloadAt, bytes.length - payloadAt, StandardCharsets.UTF_8);
    }
}
