package app.vstrivia.local.bench.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The memory that a process has in the machine, in KiB, from {@code /proc/PID/smaps_rollup}.
 *
 * @param resident all of it ({@code Rss})
 * @param anonymous its own: heap, stacks, buffers, metaspace ({@code Anonymous}); the rest is mapped files
 * @param threads how many it has
 */
public record ResidentMemory(long resident, long anonymous, long threads) {
    public static ResidentMemory of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        String rollup = Files.readString(process.resolve("smaps_rollup"));
        String status = Files.readString(process.resolve("status"));
        return new ResidentMemory(number(rollup, "Rss:"), number(rollup, "Anonymous:"), number(status, "Threads:"));
    }

    static long number(String text, String field) {
        return text.lines()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + field));
    }

    public ResidentMemory plus(ResidentMemory other) {
        return new ResidentMemory(resident + other.resident, anonymous + other.anonymous, threads + other.threads);
    }
}
