package app.vstrivia.realtime.testing;

import java.io.BufferedInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A WebSocket client that does only what it is told to: it reads nothing, and may send what nobody should. */
public final class RawSocket implements AutoCloseable {
    public static final int CONTINUATION = 0x0;
    public static final int TEXT = 0x1;
    public static final int BINARY = 0x2;
    public static final int PING = 0x9;

    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;

    private final Socket socket;
    private final DataOutputStream out;
    private final InputStream in;
    private final String head;

    public RawSocket(URI uri, String token) {
        try {
            socket = new Socket(uri.getHost(), uri.getPort());
            socket.setTcpNoDelay(true);
            out = new DataOutputStream(socket.getOutputStream());
            in = new BufferedInputStream(socket.getInputStream());
            out.write(("GET " + uri.getPath() + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                            + "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: trivia.v1\r\n"
                            + "Sec-WebSocket-Extensions: permessage-deflate, deflate-frame, x-webkit-deflate-frame\r\n"
                            + "Authorization: Bearer "
                            + token + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            StringBuilder read = new StringBuilder();
            while (read.indexOf("\r\n\r\n") < 0) {
                read.append((char) readByte());
            }
            head = read.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A masked frame with the mask 0, as RFC 6455 allows. */
    public static byte[] frame(int opcode, boolean last, String payload) {
        byte[] text = payload.getBytes(StandardCharsets.UTF_8);
        int header = text.length < 126 ? 6 : 8;
        byte[] frame = new byte[header + text.length];
        frame[0] = (byte) (opcode | (last ? FINAL : 0));
        if (header == 6) {
            frame[1] = (byte) (MASKED | text.length);
        } else {
            frame[1] = (byte) (MASKED | 126);
            frame[2] = (byte) (text.length >> Byte.SIZE);
            frame[3] = (byte) text.length;
        }
        System.arraycopy(text, 0, frame, header, text.length);
        return frame;
    }

    /** @throws UncheckedIOException if the server has closed the connection */
    public RawSocket send(byte[] bytes) {
        try {
            out.write(bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RawSocket text(String json) {
        return send(frame(TEXT, true, json.replace('\'', '"')));
    }

    /** The status line and the headers of the answer to the request to upgrade. */
    public String head() {
        return head;
    }

    /** The payload of the next frame from the server, up to 64 KB. */
    public String read() {
        try {
            readByte();
            int length = readByte();
            if (length == 126) {
                length = readByte() << Byte.SIZE | readByte();
            }
            return new String(in.readNBytes(length), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads until there is a frame that holds {@code part}. */
    public String readUntil(String part) {
        String frame = read();
        while (!frame.contains(part)) {
            frame = read();
        }
        return frame;
    }

    private int readByte() throws IOException {
        int read = in.read();
        if (read < 0) {
            throw new IOException("the server has closed the connection");
        }
        return read;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
