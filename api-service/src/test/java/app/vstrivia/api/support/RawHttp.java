package app.vstrivia.api.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A connection on which anything can be sent. */
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

    private void write(String bytes) {
        try {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
