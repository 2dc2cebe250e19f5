package app.vstrivia.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisTest {
    @TempDir
    Path temporary;

    @Test
    void itStopsAndStartsAgainInTheSameFolder() {
        Path directory = temporary.resolve("a folder with spaces");
        EmbeddedRedis first = EmbeddedRedis.start(directory, FreePort.next());
        first.close();

        try (EmbeddedRedis second = EmbeddedRedis.start(directory, first.port())) {
            assertFalse(first.process().isAlive());
            assertTrue(second.process().isAlive());
        }
    }

    @Test
    void aServerThatAKilledOwnerLeftBehindIsEnded() {
        EmbeddedRedis orphan = EmbeddedRedis.start(temporary, FreePort.next());

        try (EmbeddedRedis next = EmbeddedRedis.start(temporary, orphan.port())) {
            assertFalse(orphan.process().isAlive());
            assertTrue(next.process().isAlive());
        }
    }

    @Test
    void aPortInUseIsReported() {
        try (EmbeddedRedis first = EmbeddedRedis.start(temporary.resolve("first"), FreePort.next())) {
            Path second = temporary.resolve("second");

            ServerNotStarted failure =
                    assertThrows(ServerNotStarted.class, () -> EmbeddedRedis.start(second, first.port()));

            assertEquals("Port " + first.port() + ", which Redis is to listen on, is in use.", failure.getMessage());
        }
    }
}
