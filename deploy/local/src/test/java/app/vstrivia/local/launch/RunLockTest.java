package app.vstrivia.local.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
    private static final RunningSystem SYSTEM = new RunningSystem(4711, 8080, 8081, true);

    @TempDir
    Path data;

    @Test
    void theHolderIsKnownToOthersAsLongAsItHoldsTheLock() throws IOException {
        try (RunLock lock = RunLock.acquire(data).orElseThrow()) {
            lock.describe(SYSTEM);

            assertEquals(Optional.of(SYSTEM), RunLock.holder(data));
            assertTrue(RunLock.acquire(data).isEmpty());
        }
        assertEquals(Optional.empty(), RunLock.holder(data));
    }

    @Test
    void whatAKilledHolderLeftBehindMeansNothing() throws IOException {
        Files.writeString(data.resolve("run.lock"), "");
        Files.writeString(data.resolve("run.properties"), "pid=1\n");

        assertEquals(Optional.empty(), RunLock.holder(data));
        try (RunLock lock = RunLock.acquire(data).orElseThrow()) {
            lock.describe(SYSTEM);
        }
    }

    @Test
    void nobodyHoldsTheLockOfADirectoryThatIsNotThere() throws IOException {
        Path nowhere = data.resolve("nowhere");

        assertEquals(Optional.empty(), RunLock.holder(nowhere));
        assertTrue(Files.notExists(nowhere));
    }
}
