package app.vstrivia.backup.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.backup.place.DirectoryPlace;
import app.vstrivia.backup.place.LockedPlace;
import app.vstrivia.backup.place.Place;
import app.vstrivia.backup.seal.Seal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    private static final Instant NIGHT = Instant.parse("2026-11-30T02:00:00Z");

    @TempDir
    Path folder;

    private final List<String> notes = new ArrayList<>();
    private Seal seal;
    private Place place;
    private Catalogue catalogue;

    @BeforeEach
    void open() throws Exception {
        seal = Seal.of(Seal.create());
        place = new DirectoryPlace(folder);
        catalogue = new Catalogue(place, notes::add);
    }

    @Test
    void theNewestComesFirst() throws IOException {
        SomeBackup.put(place, seal, NIGHT.minus(Duration.ofDays(1)));
        SomeBackup.put(place, seal, NIGHT);

        assertEquals(List.of("20261130T020000Z", "20261129T020000Z"), ids());
        assertEquals(List.of(), notes);
    }

    @Test
    void whatWasWrittenHalfwayIsNoBackup() throws IOException {
        SomeBackup.put(place, seal, NIGHT.minus(Duration.ofDays(1)));
        SomeBackup.withoutManifest(place, SomeBackup.put(place, seal, NIGHT));

        assertEquals(List.of("20261129T020000Z"), ids());
        assertEquals(
                List.of("20261130T020000Z in " + folder + " is not whole and left out: it has no manifest."), notes);
    }

    @Test
    void aDumpThatIsShorterThanItsManifestSaysIsNoBackup() throws IOException {
        Manifest manifest = SomeBackup.put(place, seal, NIGHT);
        Path dump = folder.resolve(manifest.dumpKey());
        Files.write(dump, Arrays.copyOf(Files.readAllBytes(dump), (int) manifest.size() - 1));

        assertEquals(List.of(), ids());
    }

    @Test
    void whatIsBeingWrittenIsNotSeen() throws IOException {
        Files.createDirectories(folder.resolve("dumps/20261130T020000Z"));
        Files.writeString(folder.resolve("dumps/20261130T020000Z/.dump.sql.gz.sealed.part"), "half");

        assertEquals(List.of(), ids());
        assertEquals(List.of(), notes);
    }

    @Test
    void whatAKilledProcessWasWritingGoesAfterADay() throws IOException {
        DirectoryPlace directory = new DirectoryPlace(folder);
        Path old = directory.newPart();
        Files.setLastModifiedTime(old, FileTime.from(Instant.EPOCH));
        Path present = directory.newPart();

        directory.deleteParts(Instant.now().minus(Duration.ofDays(1)));

        assertFalse(Files.exists(old));
        assertTrue(Files.exists(present));
    }

    @Test
    void whatIsNotKeptGoesAndSoDoesWhatWasAbandoned() throws IOException {
        for (int back = 0; back < 9; back++) {
            SomeBackup.put(place, seal, NIGHT.minus(Duration.ofDays(back)));
        }
        Manifest abandoned = SomeBackup.put(place, seal, NIGHT.minus(Duration.ofHours(30)));
        SomeBackup.withoutManifest(place, abandoned);
        Files.setLastModifiedTime(
                folder.resolve(abandoned.dumpKey()), FileTime.from(Instant.now().minus(Duration.ofHours(30))));
        Manifest begun = SomeBackup.put(place, seal, NIGHT.plus(Duration.ofHours(1)));
        SomeBackup.withoutManifest(place, begun);

        List<String> deleted = catalogue.retain(Instant.now());

        // Seven days; Sunday the 22nd is the last of its week.
        assertEquals(List.of("20261123T020000Z"), deleted);
        assertEquals(8, ids().size());
        assertFalse(Files.exists(folder.resolve(abandoned.dumpKey())));
        assertTrue(Files.exists(folder.resolve(begun.dumpKey())), "it may still be written");
    }

    @Test
    void whatALockKeepsGoesOnceThatHasEnded() throws IOException {
        for (int back = 0; back < 9; back++) {
            SomeBackup.put(place, seal, NIGHT.minus(Duration.ofDays(back)));
        }
        catalogue = new Catalogue(new LockedPlace(place, Duration.ofDays(30)), notes::add);
        Instant now = Instant.now();

        assertEquals(List.of(), catalogue.retain(now));
        assertEquals(9, ids().size());
        assertEquals(List.of("20261123T020000Z"), catalogue.retain(now.plus(Duration.ofDays(31))));
    }

    @Test
    void whatCannotBeReadIsKeptHoweverOldItIs() throws IOException {
        SomeBackup.put(place, seal, NIGHT);
        Manifest newer = SomeBackup.put(place, seal, NIGHT.minus(Duration.ofDays(2)));
        Path manifest = folder.resolve(Manifest.manifestKey(newer.id()));
        Files.writeString(manifest, Files.readString(manifest).replace("\"format\" : 1", "\"format\" : 2"));
        Manifest shorter = SomeBackup.put(place, seal, NIGHT.minus(Duration.ofDays(3)));
        Path dump = folder.resolve(shorter.dumpKey());
        Files.write(dump, new byte[] {1});
        for (Path file : List.of(manifest, dump, folder.resolve(newer.dumpKey()))) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        }

        List<String> deleted = catalogue.retain(Instant.now());

        assertEquals(List.of(), deleted);
        assertTrue(Files.exists(folder.resolve(newer.dumpKey())));
        assertTrue(Files.exists(dump));
        assertEquals(List.of(shorter.id(), newer.id()), catalogue.look().doubtful());
        assertEquals(
                newer.id() + " in " + folder
                        + " is left out: its manifest cannot be read (not a manifest that this version understands).",
                notes.get(1));
    }

    @Test
    void nothingIsDeletedWhileNothingIsWhole() throws IOException {
        Manifest only = SomeBackup.put(place, seal, NIGHT);
        SomeBackup.withoutManifest(place, only);
        Files.setLastModifiedTime(folder.resolve(only.dumpKey()), FileTime.from(Instant.EPOCH));

        catalogue.retain(Instant.now());

        assertTrue(Files.exists(folder.resolve(only.dumpKey())));
    }

    private List<String> ids() throws IOException {
        return catalogue.backups().stream()
                .map(backup -> backup.manifest().id())
                .toList();
    }
}
