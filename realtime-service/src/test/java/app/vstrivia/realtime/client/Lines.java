package app.vstrivia.realtime.client;

import app.vstrivia.model.id.MatchId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The lines of a test, one for each match, and what its script does to them. */
final class Lines implements AutoCloseable {
    private final Map<String, BreakableLine> lines = new ConcurrentHashMap<>();
    private final int server;

    Lines(int server) {
        this.server = server;
    }

    /** The port of a new line. */
    int open(MatchId match) {
        try {
            BreakableLine line = new BreakableLine(server);
            lines.put(match.toString(), line);
            return line.port();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** An order as a script writes it: the match, {@code &}, what is to happen to its line. */
    String obey(String query) {
        String[] part = query.split("&");
        BreakableLine line = lines.get(part[0]);
        try {
            switch (part[1]) {
                case "lose-sent" -> line.loseWhatIsSent();
                case "lose-received" -> line.loseWhatIsReceived();
                case "cut" -> line.cut();
                default -> throw new IllegalArgumentException(query);
            }
            return "true";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        for (BreakableLine line : lines.values()) {
            line.close();
        }
    }
}
