package app.vstrivia.local.bench.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProcessorTimeTest {
    @TempDir
    Path proc;

    @Test
    void livingThreadsAreCountedToTheNanosecondAndNewOnesInFull() throws IOException {
        process(7, 0, Map.of("7", 1_000L, "8", 500L));
        ProcessorTime before = ProcessorTime.of(proc, 7);
        process(7, 0, Map.of("7", 1_250L, "8", 500L, "9", 40L));

        assertEquals(290, ProcessorTime.of(proc, 7).since(before));
    }

    @Test
    void whatThreadsUsedThatHaveEndedIsTakenFromTheProcess() throws IOException {
        process(7, 100, Map.of("7", 1_000L, "8", 900_000_000L));
        ProcessorTime before = ProcessorTime.of(proc, 7);
        process(7, 150, Map.of("7", 2_000L));

        // 50 ticks of 10 ms, of which one may be rounding.
        assertEquals(490_000_000L, ProcessorTime.of(proc, 7).since(before));
    }

    @Test
    void theRoundingOfTheProcessTotalIsNoTimeOfItsOwn() throws IOException {
        process(7, 100, Map.of("7", 1_000L));
        ProcessorTime before = ProcessorTime.of(proc, 7);
        process(7, 101, Map.of("7", 3_000L));

        assertEquals(2_000, ProcessorTime.of(proc, 7).since(before));
    }

    @Test
    void aProcessThatHasEndedIsLeftOut() throws IOException {
        process(7, 0, Map.of("7", 1_000L));
        process(8, 0, Map.of("8", 1_000L));
        List<ProcessorTime> before = List.of(ProcessorTime.of(proc, 7), ProcessorTime.of(proc, 8));
        process(8, 0, Map.of("8", 1_700L));

        assertEquals(700, ProcessorTime.since(before, List.of(ProcessorTime.of(proc, 8))));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thisProcessUsesTimeWhileItWorks() throws IOException {
        long pid = ProcessHandle.current().pid();
        ProcessorTime before = ProcessorTime.of(pid);
        long end = System.nanoTime() + 200_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }

        assertTrue(ProcessorTime.of(pid).since(before) > 0);
    }

    /** With a name as nasty as the kernel allows. */
    private void process(long pid, long ticks, Map<String, Long> threads) throws IOException {
        Path place = proc.resolve(Long.toString(pid));
        for (Map.Entry<String, Long> thread : threads.entrySet()) {
            Path task = Files.createDirectories(place.resolve("task").resolve(thread.getKey()));
            Files.writeString(task.resolve("schedstat"), thread.getValue() + " 5 9\n");
        }
        try (var tasks = Files.list(place.resolve("task"))) {
            for (Path task : tasks.toList()) {
                if (!threads.containsKey(task.getFileName().toString())) {
                    Files.delete(task.resolve("schedstat"));
                    Files.delete(task);
                }
            }
        }
        Files.writeString(
                place.resolve("stat"),
                pid + " (a) b (c) S 1 1 1 0 -1 4194304 10 0 0 0 " + (ticks - ticks / 3) + " " + ticks / 3
                        + " 99 99 20 0 1 0 100\n");
    }
}
