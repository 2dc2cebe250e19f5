package app.vstrivia.backup.restore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.backup.CommandFailure;
import app.vstrivia.backup.ExitCode;
import app.vstrivia.backup.dump.Manifest;
import app.vstrivia.backup.dump.SomeBackup;
import app.vstrivia.backup.place.DirectoryPlace;
import app.vstrivia.backup.place.Place;
import app.vstrivia.backup.place.Stored;
import app.vstrivia.backup.seal.Seal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    @Test
    void whereThePlaceDoesNotAnswerThatMayHaveMoreOfTheLogNothingIsRestored() throws IOException {
        Manifest manifest = SomeBackup.put(near, seal, NIGHT);
        log(near, manifest.server(), NIGHT.minusSeconds(60), 0, 2_000, NIGHT.plusSeconds(30));
        Place away = new Away(far);

        IOException failure = assertThrows(IOException.class, () -> withLog(List.of(near, away), Optional.empty()));

        assertTrue(failure.getMessage().contains(far.name()), failure.getMessage());
        assertTrue(failure.getMessage().contains("503"), failure.getMessage());
        assertThrows(IOException.class, () -> withLog(List.of(near, away), Optional.of(NIGHT.plusSeconds(31))));
        assertEquals(
                manifest,
                withLog(List.of(near, away), Optional.of(NIGHT.plusSeconds(30)))
                        .backup()
                        .manifest(),
                "of that second, no more can be had");
        assertThrows(IOException.class, () -> withLog(List.of(away), Optional.empty()), "none answers");
    }

    @Test
    void whereAnotherServerWentOnAfterAFailoverThatIsAGap() throws IOException {
        Manifest manifest = SomeBackup.put(near, seal, NIGHT);
        log(near, manifest.server(), NIGHT.minusSeconds(60), 0, 2_000, NIGHT.plusSeconds(30));
        // What the other one copied as a replica is no more than what is there.
        log(far, "after", NIGHT.minusSeconds(600), 0, 900, NIGHT.plusSeconds(29));
        withLog(List.of(near, far), Optional.empty());
        log(far, "after", NIGHT.minusSeconds(600), 900, 1_000, NIGHT.plusSeconds(90));

        CommandFailure refusal =
                assertThrows(CommandFailure.class, () -> withLog(List.of(near, far), Optional.empty()));

        assertEquals(ExitCode.GAP, refusal.exitCode());
        assertEquals(
                "The binary log has a gap: another server, after, went on up to 2026-11-30T02:01:30Z, and there is no backup of"
                        + " it. If it still has its data, take one there (deploy/backup/backup) and restore that. What was"
                        + " committed before 2026-11-30T02:00:30Z can be restored: --at 2026-11-30T02:00:30Z; the dump alone:"
                        + " --without-log.",
                refusal.getMessage());
        withLog(List.of(near, far), Optional.of(NIGHT.plusSeconds(30)));
    }

    @Test
    void anOlderOneIsTakenWhenItIsAskedFor() throws IOException {
        SomeBackup.put(near, seal, NIGHT.minus(Duration.ofDays(1)));
        SomeBackup.put(near, seal, NIGHT);

        assertEquals("20261129T020000Z in " + near.name(), asked("20261129T020000Z"));
        CommandFailure refusal = assertThrows(CommandFailure.class, () -> asked("20261128T020000Z"));
        assertEquals(ExitCode.NO_BACKUP, refusal.exitCode());
    }

    @Test
    void whatIsWrongWithTheNewestIsSaidEvenIfAnotherServes() throws IOException {
        SomeBackup.put(near, seal, NIGHT.minus(Duration.ofDays(1)));
        damage(near, SomeBackup.put(near, seal, NIGHT));
        far.put("dumps/20261130T030000Z/manifest.json", "{\"format\": 2}".getBytes(StandardCharsets.UTF_8));
        far.put("dumps/20261128T030000Z/manifest.json", "{\"format\": 2}".getBytes(StandardCharsets.UTF_8));

        Plan plan = Plan.make(List.of(near, far), seal, wish(Optional.empty()), notes::add);

        assertEquals("20261129T020000Z", plan.backup().manifest().id());
        assertEquals(2, plan.passedOver().size(), plan.passedOver().toString());
        assertEquals(
                "20261130T030000Z in " + far.name() + " cannot be used.",
                plan.passedOver().get(1));
    }

    private static Plan.Wish wish(Optional<Instant> at) {
        return new Plan.Wish(at, Optional.empty(), false);
    }

    private String asked(String id) throws IOException {
        Plan.Wish wish = new Plan.Wish(Optional.empty(), Optional.of(id), false);
        return Plan.make(List.of(near, far), seal, wish, notes::add).backup().toString();
    }

    private Plan withLog(List<Place> places, Optional<Instant> at) throws IOException {
        return Plan.make(places, seal, new Plan.Wish(at, Optional.empty(), true), notes::add);
    }

    /** By its name alone. */
    private static void log(Place place, String server, Instant started, long start, long end, Instant until)
            throws IOException {
        String begun = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(started);
        place.put(
                "binlog/" + server + "/" + begun + "_new_binlog.000001/"
                        + String.format(Locale.ROOT, "%012d-%012d-%d.sealed", start, end, until.getEpochSecond()),
                new byte[] {1});
    }

    /** A bucket that is not there at the moment. */
    private record Away(Place place) implements Place {
        @Override
        public String name() {
            return place.name();
        }

        @Override
        public List<Stored> list(String prefix) throws IOException {
            throw new IOException("503");
        }

        @Override
        public InputStream open(String key) throws IOException {
            throw new IOException("503");
        }

        @Override
        public void put(String key, byte[] content) throws IOException {
            throw new IOException("503");
        }

        @Override
        public void put(String key, Path file) throws IOException {
            throw new IOException("503");
        }

        @Override
        public void delete(String key) throws IOException {
            throw new IOException("503");
        }

        @Override
        public void close() {
            place.close();
        }
    }

    private CommandFailure refusal(Seal with) {
        return assertThrows(
                CommandFailure.class, () -> Plan.make(List.of(near, far), with, wish(Optional.empty()), notes::add));
    }

    private String planned(Optional<Instant> at) throws IOException {
        List<Place> places = List.of(near, far);
        return Plan.make(places, seal, wish(at), notes::add).backup().toString();
    }

    /** One bit. */
    private static void damage(DirectoryPlace place, Manifest manifest) throws IOException {
        Path dump = place.root().resolve(manifest.dumpKey());
        byte[] bytes = Files.readAllBytes(dump);
        bytes[bytes.length / 2] ^= 1;
        Files.write(dump, bytes);
    }
}
