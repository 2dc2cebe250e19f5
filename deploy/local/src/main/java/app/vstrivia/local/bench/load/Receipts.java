package app.vstrivia.local.bench.load;

import app.vstrivia.local.bench.report.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * When each member received each event. The database knows when an event was written ({@code created_at}, just before
 * the commit), and all clocks of this machine are one: the difference is what an event takes from the commit, through
 * the wake-up and the replica, to a client.
 */
final class Receipts {
    private static final class Receipt {
        private final String kind;
        private long[] times = new long[4];
        private int count;

        private Receipt(String kind) {
            this.kind = kind;
        }

        private void add(long at) {
            if (count == times.length) {
                times = Arrays.copyOf(times, 2 * count);
            }
            times[count++] = at;
        }
    }

    private final Map<String, Receipt> events = new HashMap<>();
    private final Set<String> streams = new HashSet<>();

    /** Notes an event that a member has just received. */
    void note(Message event) {
        String stream = event.text(Message.STREAM);
        streams.add(stream);
        events.computeIfAbsent(stream + " " + event.number(Message.SEQ), key -> new Receipt(event.text(Message.KIND)))
                .add(event.receivedAt());
    }

    /** Asks when the events were written, and adds what they took, for each kind. */
    void add(Figures figures, Checkpoints checkpoints) throws IOException {
        Path file = Path.of(checkpoints.reach("moments " + String.join(",", streams)));
        Map<String, Histogram> each = new TreeMap<>();
        Map<String, Histogram> last = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            int end = line.lastIndexOf(' ');
            Receipt receipt = events.get(line.substring(0, end));
            if (receipt != null) {
                long written = Long.parseLong(line.substring(end + 1)) * 1_000;
                long latest = 0;
                for (int i = 0; i < receipt.count; i++) {
                    each.computeIfAbsent(receipt.kind, kind -> new Histogram()).add(receipt.times[i] - written);
                    latest = Math.max(latest, receipt.times[i]);
                }
                last.computeIfAbsent(receipt.kind, kind -> new Histogram()).add(latest - written);
            }
        }
        each.forEach((kind, histogram) -> {
            String name = kind.replace('-', '_');
            Latencies.add(figures, name, histogram);
            Latencies.add(figures, name + "_last_member", last.get(kind));
        });
    }
}
