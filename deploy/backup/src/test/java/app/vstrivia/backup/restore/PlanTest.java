package app.vstrivia.backup.restore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.vstrivia.backup.CommandFailure;
import app.vstrivia.backup.ExitCode;
import app.vstrivia.backup.dump.Manifest;
import app.vstrivia.backup.dump.SomeBackup;
import app.vstrivia.backup.place.DirectoryPlace;
import app.vstrivia.backup.place.Place;
import app.vstrivia.backup.seal.Seal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {
    private static final Instant NIGHT = Instant.parse("2026-11-30T02:00:00Z");

    @TempDir
    Path folder;

    private final List<String> notes = new ArrayList<>();
    private Seal seal;
    private DirectoryPlace near;
    private DirectoryPlace far;

    @BeforeEach
    void open() throws Exception {
        seal = Seal.of(Seal.create());
        near = new DirectoryPlace(folder.resolve("near"));
        far = new DirectoryPlace(folder.resolve("far"));
    }

    @Test
    void theNewestBeforeTheTimeIsTaken() throws IOException {
        SomeBackup.put(near, seal, NIGHT.minus(Duration.ofDays(1)));
        SomeBackup.put(near, seal, NIGHT);

        assertEquals("20261130T020000Z in " + near.name(), planned(Optional.empty()));
        assertEquals("20261130T020000Z in " + near.name(), planned(Optional.of(NIGHT)));
        assertEquals("20261129T020000Z in " + near.name(), planned(Optional.of(NIGHT.minusSeconds(1))));
    }

    @Test
    void aDamagedOneIsPassedOverForItsCopyElsewhere() throws IOException {
        damage(near, SomeBackup.put(near, seal, NIGHT));
        SomeBackup.put(far, seal, NIGHT);

        assertEquals("20261130T020000Z in " + far.name(), planned(Optional.empty()));
        assertEquals(1, notes.size());
        assertEquals(
                "20261130T020000Z in " + near.name() + " is passed over: it is damaged: its SHA-256 is ",
                notes.get(0).substring(0, notes.get(0).indexOf("SHA-256 is ") + 11));
    }

    @Test
    void aDamagedOneWithoutACopyIsPassedOverForTheOneBefore() throws IOException {
        SomeBackup.put(near, seal, NIGHT.minus(Duration.ofDays(1)));
        damage(near, SomeBackup.put(near, seal, NIGHT));

        assertEquals("20261129T020000Z in " + near.name(), planned(Optional.empty()));
    }

    @Test
    void whereAllAreDamagedOrNoneIsThatIsSaid() throws IOException {
        assertEquals(ExitCode.NO_BACKUP, refusal(seal).exitCode());
        damage(near, SomeBackup.put(near, seal, NIGHT));

        CommandFailure refusal = refusal(seal);

        assertEquals(ExitCode.NO_BACKUP, refusal.exitCode());
        assertEquals(
                "There is no whole backup in " + near.name() + ", " + far.name()
                        + "; those that there were are damaged.",
                refusal.getMessage());
    }

    @Test
    void withoutItsKeyABackupIsRefused() throws Exception {
        SomeBackup.put(near, seal, NIGHT);

        assertEquals(ExitCode.KEY, refusal(Seal.of(Seal.create())).exitCode());
    }

    private CommandFailure refusal(Seal with) {
        return assertThrows(
                CommandFailure.class, () -> Plan.make(List.of(near, far), with, Optional.empty(), false, notes::add));
    }

    private String planned(Optional<Instant> at) throws IOException {
        List<Place> places = List.of(near, far);
        return Plan.make(places, seal, at, false, notes::add).backup().toString();
    }

    /** One bit. */
    private static void damage(DirectoryPlace place, Manifest manifest) throws IOException {
        Path dump = place.root().resolve(manifest.dumpKey());
        byte[] bytes = Files.readAllBytes(dump);
        bytes[bytes.length / 2] ^= 1;
        Files.write(dump, bytes);
    }
}
