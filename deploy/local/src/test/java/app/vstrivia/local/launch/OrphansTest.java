package app.vstrivia.local.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.embedded.ChildProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTest {
    @TempDir
    Path temporary;

    @Test
    void onlyTheProcessesOfTheSameDataDirectoryAreEnded() {
        Path own = temporary.resolve("own data");
        Path other = temporary.resolve("own data 2");
        try (ChildProcess orphan = sleeping(own);
                ChildProcess neighbour = sleeping(other)) {
            int ended = LocalSystem.endOrphans(own);

            assertEquals(1, ended);
            assertFalse(orphan.isAlive());
            assertTrue(neighbour.isAlive());
        }
    }

    /** Stands for a service: only its arguments matter. */
    private ChildProcess sleeping(Path data) {
        return ChildProcess.start(
                "sleeping service",
                List.of("/bin/sh", "-c", "sleep 60; true", JavaService.ownerArgument(data)),
                Map.of(),
                temporary,
                temporary.resolve("log"));
    }
}
