package app.vstrivia.local.door;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A client that takes its time. */
final class SlowConnection implements AutoCloseable {
    private static final int PACE_MS = 500;
    private static final int ANSWER_MS = 15_000;

    private final Socket socket;

    SlowConnection(URI service) throws IOException {
        socket = new Socket(service.getHost(), service.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PACE_MS);
    }

    SlowConnection say(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /** Whether what comes next, until there is a pause, begins so. */
    boolean hears(String beginning) throws IOException {
        StringBuilder heard = new StringBuilder();
        socket.setSoTimeout(ANSWER_MS);
        heard.append((char) socket.getInputStream().read());
        socket.setSoTimeout(PACE_MS);
        try {
            for (int read = socket.getInputStream().read();
                    read >= 0;
                    read = socket.getInputStream().read()) {
                heard.append((char) read);
            }
        } catch (SocketTimeoutException all) {
            return heard.toString().startsWith(beginning);
        }
        return false;
    }

    /** Goes on with a byte every half second; after how many ms the other side has closed, at most {@code most}. */
    long lastsFor(String bytes, long most) {
        long start = System.nanoTime();
        long elapsed = 0;
        for (int i = 0; elapsed < most && goesOn(bytes, i); i++) {
            elapsed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private boolean goesOn(String bytes, int i) {
        try {
            if (!bytes.isEmpty()) {
                socket.getOutputStream().write(bytes.charAt(i % bytes.length()));
            }
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException open) {
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
