package app.vstrivia.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void whatIsNotUnderstoodIsWrongUsage() {
        assertEquals(ExitCode.USAGE, run());
        assertEquals(ExitCode.USAGE, run("restor"));
        assertEquals(ExitCode.USAGE, run("restore", "--att", "2026-01-01T00:00:00Z"));
        assertEquals(ExitCode.USAGE, run("restore", "--at"));
        assertEquals(ExitCode.USAGE, run("restore", "--at", "yesterday"));
        assertEquals(ExitCode.USAGE, run("restore", "--at=2026-01-01T00:00:00.5Z"));
        assertEquals(ExitCode.USAGE, run("restore", "--at", "9999-01-01T00:00:00Z"));
        assertEquals(ExitCode.USAGE, run("restore", "--replace=yes"));
        assertEquals(ExitCode.USAGE, run("key", "new"));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aSettingThatIsMissingIsNamed() {
        assertEquals(ExitCode.USAGE, run("backup"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("TRIVIA_BACKUP_DATABASE_URL is not set."));
    }

    @Test
    void aTimeThatIsNoneIsRefusedBeforeAnythingIsDone() {
        environment.put("TRIVIA_BACKUP_SCHEDULE_BACKUP", "at night");

        assertEquals(ExitCode.USAGE, run("schedule"));
        assertTrue(
                err.toString(StandardCharsets.UTF_8)
                        .contains(
                                "TRIVIA_BACKUP_SCHEDULE_BACKUP is a time such as 02:30 or SUNDAY 04:30, not at night."),
                err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aCertificateIsCheckedWithSomethingOrNothingIsDone() {
        environment.putAll(Map.of(
                "TRIVIA_BACKUP_DATABASE_URL", "jdbc:mysql://127.0.0.1:1/trivia?sslMode=VERIFY_CA",
                "TRIVIA_BACKUP_DATABASE_USERNAME", "backup",
                "TRIVIA_BACKUP_DATABASE_PASSWORD", "secret"));

        assertEquals(ExitCode.USAGE, run("backup"));
        assertTrue(
                err.toString(StandardCharsets.UTF_8).contains("TRIVIA_BACKUP_DATABASE_CA names the file with which."));
    }

    @Test
    void aBackupIsNotTriedOnWhatIsBackedUp() {
        environment.putAll(Map.of(
                "TRIVIA_BACKUP_DATABASE_URL", "jdbc:mysql://mysql:3306/trivia?sslMode=REQUIRED",
                "TRIVIA_BACKUP_TARGET_URL", "jdbc:mysql://MySQL/trivia",
                "TRIVIA_BACKUP_TARGET_USERNAME", "root",
                "TRIVIA_BACKUP_TARGET_PASSWORD", "secret",
                "TRIVIA_BACKUP_DIRECTORY", folder.toString()));

        assertEquals(ExitCode.USAGE, run("check", "--replace"));
        assertTrue(
                err.toString(StandardCharsets.UTF_8)
                        .contains("TRIVIA_BACKUP_TARGET_URL is trivia at MySQL:3306, which is what is backed up"),
                err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void eachCommandHasHelp() {
        for (String command : List.of("backup", "restore", "check", "archive", "schedule", "key")) {
            out.reset();
            assertEquals(ExitCode.OK, run(command, "--help"));
            String help = out.toString(StandardCharsets.UTF_8);
            assertTrue(help.contains("deploy/backup/" + command), help);
            assertTrue(
                    help.contains(
                            "  TRIVIA_BACKUP_ARCHIVE_SECONDS       how long a change waits to be archived at most (5)"),
                    help);
            assertTrue(help.contains("Exit codes"), help);
        }
    }

    @Test
    void aFileOfKeysIsForItsOwnerAloneAndIsNeverOverwritten() throws Exception {
        String file = folder.resolve("keys.json").toString();

        assertEquals(ExitCode.OK, run("key", "new", file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(file))));
        String first = Files.readString(Path.of(file));
        assertEquals(ExitCode.FAILED, run("key", "new", file));
        assertEquals(first, Files.readString(Path.of(file)));
        assertEquals(ExitCode.OK, run("key", "rotate", file));
        assertTrue(out.toString(StandardCharsets.UTF_8).strip().endsWith("seals."));
    }

    private ExitCode run(String... words) {
        return Main.run(
                List.of(words),
                environment,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
