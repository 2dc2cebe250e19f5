package app.vstrivia.local.client;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Both services in one: a socket that does what a test says, and registrations and tokens for all. */
final class FakeService implements AutoCloseable {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 0x81;
    private static final int CLOSE = 0x88;
    private static final int PATIENCE_SECONDS = 20;

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    private final BlockingQueue<Upgrade> upgrades = new ArrayBlockingQueue<>(100);
    private int tokens;

    FakeService() throws IOException {
        Thread thread = new Thread(this::serve, "fake-service");
        thread.setDaemon(true);
        thread.start();
    }

    URI api() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    URI socket() {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/v1/socket");
    }

    /** The next attempt of a client to connect. */
    Upgrade next() throws InterruptedException {
        Upgrade upgrade = upgrades.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (upgrade == null) {
            throw new AssertionError("nobody connected");
        }
        return upgrade;
    }

    private void serve() {
        try {
            while (true) {
                take(server.accept());
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void take(Socket socket) throws IOException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        String request = head(in);
        Map<String, String> headers = request.lines()
                .skip(1)
                .filter(line -> line.contains(": "))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT),
                        line -> line.substring(line.indexOf(':') + 2)));
        if (request.startsWith("GET /v1/socket ")) {
            upgrades.add(new Upgrade(socket, in, headers));
            return;
        }
        in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        String answer = request.contains("/v1/devices")
                ? "{\"playerId\":\"p\",\"deviceId\":\"d\",\"secret\":\"s\",\"name\":\"n\"}"
                : "{\"accessToken\":\"token-" + ++tokens + "\",\"expiresIn\":900}";
        write(
                socket,
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + answer.length() + "\r\n\r\n" + answer);
        socket.close();
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the request ended early");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** A client that wants a socket. */
    record Upgrade(Socket socket, InputStream in, Map<String, String> headers) {
        String token() {
            return headers.get("authorization").substring("Bearer ".length());
        }

        /** Refuses with an HTTP status, and headers in lines of their own. */
        void refuse(int status, String... more) throws IOException {
            String lines = Stream.of(more).map(line -> line + "\r\n").collect(Collectors.joining());
            write(socket, "HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\n" + lines + "\r\n");
            socket.close();
        }

        /** Takes the client in and waits for its hello, which is answered. */
        Upgrade accept() throws IOException {
            open();
            send("{\"type\":\"welcome\",\"heartbeat\":25000}");
            send("{\"type\":\"resumed\"}");
            return this;
        }

        /** The same, but for the answer. */
        Upgrade open() throws IOException {
            write(
                    socket,
                    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Protocol: trivia.v1\r\nSec-WebSocket-Accept: "
                            + accepted(headers.get("sec-websocket-key")) + "\r\n\r\n");
            heard();
            return this;
        }

        private static String accepted(String key) {
            try {
                return Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-1")
                                .digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII)));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        /** The next message of the client. */
        String heard() throws IOException {
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            DataInputStream data = new DataInputStream(in);
            data.readUnsignedByte();
            int length = data.readUnsignedByte() & 0x7f;
            length = length == 126 ? data.readUnsignedShort() : length;
            byte[] mask = data.readNBytes(4);
            byte[] payload = data.readNBytes(length);
            for (int i = 0; i < length; i++) {
                payload[i] ^= mask[i % 4];
            }
            return new String(payload, StandardCharsets.UTF_8);
        }

        void send(String text) throws IOException {
            frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
        }

        void close(int code) throws IOException {
            frame(CLOSE, new byte[] {(byte) (code >> 8), (byte) code});
        }

        private void frame(int kind, byte[] payload) throws IOException {
            OutputStream out = socket.getOutputStream();
            byte[] frame = new byte[payload.length + 2];
            frame[0] = (byte) kind;
            frame[1] = (byte) payload.length;
            System.arraycopy(payload, 0, frame, 2, payload.length);
            out.write(frame);
        }
    }
}
