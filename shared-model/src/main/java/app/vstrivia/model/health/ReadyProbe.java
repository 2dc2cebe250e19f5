package app.vstrivia.model.health;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Asks the service of the same container whether it is ready: on the management port that the environment names as
 * {@code PROBE_PORT}. Ends with 0 if it is and with 1 if it is not, or does not answer within 2 s. It loads as few classes as it
 * can, since it runs every few seconds.
 */
public final class ReadyProbe {
    private static final int PATIENCE_MS = 2_000;
    private static final byte[] REQUEST = "GET /q/health/ready HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private ReadyProbe() {}

    public static void main(String[] arguments) {
        System.exit(isReady(Integer.parseInt(System.getenv("PROBE_PORT"))) ? 0 : 1);
    }

    static boolean isReady(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MS);
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(REQUEST);
            return saysOk(socket.getInputStream());
        } catch (IOException away) {
            System.err.println(away.getMessage());
            return false;
        }
    }

    /** The beginning of the answer is {@code HTTP/1.x 200}. */
    private static boolean saysOk(InputStream answer) throws IOException {
        String status = new String(answer.readNBytes("HTTP/1.1 200".length()), StandardCharsets.US_ASCII);
        return status.startsWith("HTTP/1.") && status.endsWith(" 200");
    }
}
