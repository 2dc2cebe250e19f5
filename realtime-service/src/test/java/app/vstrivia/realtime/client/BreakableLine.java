package app.vstrivia.realtime.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A TCP line to a server on this machine that can lose what it carries, and be cut. */
final class BreakableLine implements AutoCloseable {
    private static final int BUFFER = 16_384;

    private final ServerSocket entrance;
    private final int server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile boolean losesWhatIsSent;
    private volatile boolean losesWhatIsReceived;

    BreakableLine(int server) throws IOException {
        this.server = server;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** From here on nothing of the client's reaches the server. */
    void loseWhatIsSent() {
        losesWhatIsSent = true;
    }

    /** From here on nothing of the server's reaches the client. */
    void loseWhatIsReceived() {
        losesWhatIsReceived = true;
    }

    /** Breaks all connections; new ones lose nothing. */
    void cut() throws IOException {
        for (Socket end : ends) {
            end.close();
        }
        ends.clear();
        losesWhatIsSent = false;
        losesWhatIsReceived = false;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                Socket service = new Socket(InetAddress.getLoopbackAddress(), server);
                ends.add(client);
                ends.add(service);
                threads.execute(() -> carry(client, service, true));
                threads.execute(() -> carry(service, client, false));
            } catch (IOException closed) {
                if (!entrance.isClosed()) {
                    throw new UncheckedIOException(closed);
                }
            }
        }
    }

    private void carry(Socket from, Socket to, boolean sent) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to;
                InputStream source = from.getInputStream();
                OutputStream sink = to.getOutputStream()) {
            for (int length = source.read(buffer); length >= 0; length = source.read(buffer)) {
                if (!(sent ? losesWhatIsSent : losesWhatIsReceived)) {
                    sink.write(buffer, 0, length);
                    sink.flush();
                }
            }
        } catch (IOException cut) {
            // One end is gone; leaving this block closes the other.
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
        threads.shutdownNow();
    }
}
