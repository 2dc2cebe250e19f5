package app.vstrivia.local.bench.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The processor time of every process of the machine, to tell whether others took from what was measured. */
public final class AllProcesses {
    private final Map<Long, Long> nanos;
    private final long at = System.nanoTime();

    private AllProcesses(Map<Long, Long> nanos) {
        this.nanos = nanos;
    }

    public static AllProcesses now() throws IOException {
        Map<Long, Long> nanos = new HashMap<>();
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            for (Path process : all.toList()) {
                String name = process.getFileName().toString();
                if (name.matches("\\d+")) {
                    ProcessorTime.total(process).ifPresent(used -> nanos.put(Long.parseLong(name), used));
                }
            }
        }
        return new AllProcesses(nanos);
    }

    /** What all but {@code own} used since {@code earlier}, in percent of one processor; those that ended are not seen. */
    public double foreignPercent(AllProcesses earlier, Set<Long> own) {
        long used = 0;
        for (Map.Entry<Long, Long> process : nanos.entrySet()) {
            if (!own.contains(process.getKey())) {
                used += process.getValue() - earlier.nanos.getOrDefault(process.getKey(), 0L);
            }
        }
        return ofOneProcessor(used, earlier);
    }

    /** What one process used since {@code earlier}, in percent of one processor. */
    public double percent(long pid, AllProcesses earlier) {
        return ofOneProcessor(nanos.getOrDefault(pid, 0L) - earlier.nanos.getOrDefault(pid, 0L), earlier);
    }

    private double ofOneProcessor(long used, AllProcesses earlier) {
        return at > earlier.at ? used * 100.0 / (at - earlier.at) : 0;
    }
}
