package app.vstrivia.api.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A connection on which anything can be sent, at any pace. */
public final class RawHttp implements AutoCloseable {
    private final Socket socket;

    private RawHttp(URI service) throws IOException {
        socket = new Socket(service.getHost(), service.getPort());
        socket.setTcpNoDelay(true);
    }

    public static RawHttp open(URI service) {
        try {
            return new RawHttp(service);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RawHttp send(URI service, String bytes) {
        RawHttp http = open(service);
        http.write(bytes);
        return http;
    }

    /** Whether the other side still took it. */
    public boolean write(String bytes) {
        try {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** All that comes until the other side closes the connection. */
    public String readAll() {
        try {
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(30));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What has come of the answer, up to the first line's end. */
    public String readLine() {
        StringBuilder line = new StringBuilder();
        try {
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(30));
            for (int read = socket.getInputStream().read(); read >= 0 && read != '\r'; ) {
                line.append((char) read);
                read = socket.getInputStream().read();
            }
            return line.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the other side closes the connection within this time. */
    public boolean closedWithin(int millis) {
        try {
            socket.setSoTimeout(millis);
            while (socket.getInputStream().read() >= 0) {
                // Whatever it says on the way.
            }
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Sends a byte every half second; after how many ms the other side has closed, at most {@code most}. */
    public long trickle(String bytes, long most) throws InterruptedException {
        long start = System.nanoTime();
        for (int i = 0; elapsed(start) < most; i++) {
            if (!write(bytes.substring(i % bytes.length(), i % bytes.length() + 1)) || closedWithin(500)) {
                break;
            }
        }
        return elapsed(start);
    }

    private static long elapsed(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
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
