package app.vstrivia.local.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.local.terminal.CommandFailure;
import app.vstrivia.local.terminal.ExitCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProveOptionsTest {
    @Test
    void withoutAnyOptionTheDefaultsHold() {
        ProveOptions options = ProveOptions.parse(List.of());

        assertEquals(5 * 60_000, options.millis());
        assertEquals(3, options.replicas());
        assertEquals(24, options.players());
        assertTrue(options.seed() > 0);
        assertFalse(options.planOnly());
    }

    @Test
    void allOptionsAreTaken() {
        ProveOptions options = ProveOptions.parse(
                List.of("--minutes", "0.5", "--seed=-9", "--replicas", "2", "--players=8", "--plan"));

        assertEquals(new ProveOptions(0.5, -9, 2, 8, true), options);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--minutes",
                "--minutes 0",
                "--minutes many",
                "--replicas 0",
                "--replicas 1.5",
                "--players 1",
                "--seed x",
                "--colour red",
                "now"
            })
    void whatCannotBeMeantIsSaid(String line) {
        CommandFailure failure = assertThrows(CommandFailure.class, () -> ProveOptions.parse(List.of(line.split(" "))));

        assertEquals(ExitCode.USAGE, failure.exitCode());
    }
}
