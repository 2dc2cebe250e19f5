package app.vstrivia.local.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.vstrivia.local.launch.LocalSystem;
import app.vstrivia.local.terminal.CommandFailure;
import app.vstrivia.local.terminal.ExitCode;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpgradeOptionsTest {
    private static final Path PROJECT = LocalSystem.projectRoot();

    @Test
    void theEarlierVersionIsEnough() {
        assertEquals(
                new UpgradeOptions(PROJECT, null, 20, 2, 2, 12), UpgradeOptions.parse(List.of("--from", "" + PROJECT)));
    }

    @Test
    void allOptionsAreTaken() {
        assertEquals(
                new UpgradeOptions(PROJECT, URI.create("mysql://root@db:3306"), 5, 1, 3, 40),
                UpgradeOptions.parse(List.of(
                        "--from=" + PROJECT,
                        "--database",
                        "mysql://root@db:3306",
                        "--seconds",
                        "5",
                        "--apis=1",
                        "--replicas=3",
                        "--players",
                        "40")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--from",
                "--from /",
                "--from . --seconds 0",
                "--seconds ten",
                "--replicas 0",
                "--players 1",
                "--apis 0",
                "--database db:3306",
                "--database mysql://db:3306",
                "--colour red",
                "now"
            })
    void whatCannotBeMeantIsSaid(String line) {
        List<String> words = line.isEmpty() ? List.of() : List.of(line.split(" "));

        CommandFailure failure = assertThrows(CommandFailure.class, () -> UpgradeOptions.parse(words));

        assertEquals(ExitCode.USAGE, failure.exitCode());
    }
}
