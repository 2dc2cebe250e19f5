package app.vstrivia.local.bench.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The processor time that a process has used. Threads that live are counted to the nanosecond
 * ({@code /proc/PID/task/*&#47;schedstat}); those that ended are in the process's total only
 * ({@code utime + stime} of {@code /proc/PID/stat}, in steps of 10 ms).
 */
public final class ProcessorTime {
    /** {@code USER_HZ}: the same on every Linux that Java runs on. */
    private static final long TICK_NANOS = 10_000_000;

    private final long pid;
    private final Map<String, Long> threads;
    private final long totalNanos;

    private ProcessorTime(long pid, Map<String, Long> threads, long totalNanos) {
        this.pid = pid;
        this.threads = threads;
        this.totalNanos = totalNanos;
    }

    public static ProcessorTime of(long pid) throws IOException {
        return of(Path.of("/proc"), pid);
    }

    static ProcessorTime of(Path proc, long pid) throws IOException {
        Path process = proc.resolve(Long.toString(pid));
        Map<String, Long> threads = new HashMap<>();
        try (Stream<Path> tasks = Files.list(process.resolve("task"))) {
            for (Path task : tasks.toList()) {
                ofThread(task).ifPresent(used -> threads.put(task.getFileName().toString(), used));
            }
        }
        return new ProcessorTime(pid, threads, total(process).orElse(0));
    }

    /** Empty for a thread that has just ended: what it used is in the total. */
    private static OptionalLong ofThread(Path task) throws IOException {
        try {
            String line = Files.readString(task.resolve("schedstat"));
            return OptionalLong.of(Long.parseLong(line.substring(0, line.indexOf(' '))));
        } catch (IOException failure) {
            if (Files.exists(task)) {
                throw failure;
            }
            return OptionalLong.empty();
        }
    }

    /** Empty for a process that has just ended. */
    static OptionalLong total(Path process) throws IOException {
        try {
            return OptionalLong.of(total(Files.readString(process.resolve("stat"))));
        } catch (IOException failure) {
            if (Files.exists(process)) {
                throw failure;
            }
            return OptionalLong.empty();
        }
    }

    /** The name of the program stands in brackets, and may hold brackets and spaces itself. */
    private static long total(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK_NANOS;
    }

    public long pid() {
        return pid;
    }

    /** What was used since {@code earlier}, in ns. */
    public long since(ProcessorTime earlier) {
        long living = 0;
        for (Map.Entry<String, Long> thread : threads.entrySet()) {
            living += thread.getValue() - earlier.threads.getOrDefault(thread.getKey(), 0L);
        }
        // The total is rounded down at both ends: only what is beyond that was used by threads that have ended.
        long total = totalNanos - earlier.totalNanos - TICK_NANOS;
        return Math.max(living, total);
    }

    /** The same for several processes; one that has ended meanwhile is left out. */
    public static long since(List<ProcessorTime> earlier, List<ProcessorTime> later) {
        long sum = 0;
        for (ProcessorTime before : earlier) {
            for (ProcessorTime after : later) {
                sum += after.pid == before.pid ? after.since(before) : 0;
            }
        }
        return sum;
    }
}
