package app.vstrivia.backup;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.backup.database.Facts;
import app.vstrivia.backup.database.Server;
import app.vstrivia.backup.place.Place;
import app.vstrivia.backup.place.Stored;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Write, back up in the middle, write on, destroy, restore to a second: with the commands as operators type them. */
class RehearsalIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedBeforeASecondIsThereAgainAndNothingThatCameAfter() throws Exception {
        try (Ground ground = new Ground(folder);
                Play play = newPlay(ground)) {
            assertEquals(ExitCode.OK, ground.run("key", "new", ground.keys()), ground.said());
            play.begin();
            await().atMost(PATIENCE).until(() -> play.count() > 200);

            // Given: a backup in the middle of play, an archiver that was started twice, a log that goes on in another,
            // a new table
            try (Archiving archiving = new Archiving(ground)) {
                assertEquals(ExitCode.OK, ground.run("backup"), ground.said());
                int atBackup = play.count();
                await().atMost(PATIENCE).until(() -> play.count() > atBackup + 200);
                archiving.await(Instant.now().minusSeconds(1));
            }
            execute(ground, "CREATE TABLE later (word VARCHAR(20) NOT NULL COMMENT 'l''été')");
            execute(ground, "INSERT INTO later VALUES ('🎲')");
            Instant second;
            List<Play.Acknowledged> acknowledged;
            try (Archiving archiving = new Archiving(ground)) {
                int atRotation = play.count();
                rotate(ground);
                await().atMost(PATIENCE).until(() -> play.count() > atRotation + 200);
                second = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
                Instant end = second.plusMillis(1_500);
                await().atMost(PATIENCE).until(() -> Instant.now().isAfter(end));
                acknowledged = play.end();
                archiving.await(Instant.now());
            }

            // When
            ground.destroyDatabase();
            ExitCode restored = ground.run("restore", "--at", second.toString());

            // Then
            assertEquals(ExitCode.OK, restored, ground.said());
            Set<String> there = answers(ground);
            assertEquals(Set.of(), missing(acknowledged, there, one -> one.acknowledged()
                    .isBefore(second)));
            Set<String> after = ids(acknowledged, one -> !one.begun().isBefore(second));
            assertTrue(after.size() > 20, after.size() + " were sent after " + second);
            after.retainAll(there);
            assertEquals(Set.of(), after);
            assertEquals(List.of("🎲"), texts(ground, "SELECT word FROM later"));
            assertEquals(
                    List.of("l'été"),
                    texts(ground, "SELECT column_comment FROM information_schema.columns WHERE table_name = 'later'"));
            assertStreamsAreWholeAndNew(ground);

            // And: a database that is not empty is left alone; what was restored is found good; a piece that is missing
            // is a gap
            assertEquals(ExitCode.NOT_EMPTY, ground.run("restore", "--at", second.toString()));
            assertEquals(there, answers(ground));
            assertEquals(ExitCode.USAGE, ground.run("check", "--replace"), "of what is backed up");
            assertEquals(there, answers(ground), "nothing was touched");
            Server spare = ground.useSpare();
            assertEquals(ExitCode.OK, ground.run("check", "--replace"), ground.said());
            assertEquals(acknowledged.size(), answers(spare).size());
            assertEquals(there, answers(ground), "nothing was touched");
            ground.useOwn();
            Mishaps mishaps = new Mishaps(ground, folder);
            mishaps.aServerThatNobodyVouchesForIsNotSpokenTo();
            mishaps.whatCannotWorkChangesNothing(second);
            mishaps.aBackupThatCannotBeUsedIsNoGoodOne();
            removeAPieceOfTheSecondLog(ground);
            assertEquals(ExitCode.GAP, ground.run("restore", "--replace", "--at", second.toString()));
            assertEquals(there, answers(ground), "nothing was touched");

            // And: what may go wrong with backups that follow; of the one of before, this day's are enough
            mishaps.aDirectoryThatIsAwayKeepsNothingFromTheBucket();
            mishaps.aDumpIsTakenAgainIfATableChangesMeanwhile();
            mishaps.anotherServerIsAGapUntilThereIsABackupOfIt();
            mishaps.anArchiverIsReadyOnceItHearsTheServer();
        }
    }

    private static Play newPlay(Ground ground) throws Exception {
        ground.migrate();
        return new Play(ground.services());
    }

    private static void rotate(Ground ground) throws Exception {
        try (Connection connection = ground.settings().database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("FLUSH BINARY LOGS");
        }
    }

    static void execute(Ground ground, String sql) throws Exception {
        try (Connection connection = ground.services().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static List<String> texts(Ground ground, String sql) throws Exception {
        try (Connection connection = ground.services().connect()) {
            return Facts.texts(connection, sql);
        }
    }

    static Set<String> answers(Ground ground) throws Exception {
        return answers(ground.services());
    }

    private static Set<String> answers(Server server) throws Exception {
        try (Connection connection = server.connect()) {
            return new TreeSet<>(Facts.texts(connection, "SELECT answer_id FROM answer"));
        }
    }

    private static Set<String> missing(
            List<Play.Acknowledged> all, Set<String> there, Predicate<Play.Acknowledged> which) {
        Set<String> missing = ids(all, which);
        assertTrue(missing.size() > 400, missing.size() + " were acknowledged");
        missing.removeAll(there);
        return missing;
    }

    private static Set<String> ids(List<Play.Acknowledged> all, Predicate<Play.Acknowledged> which) {
        return all.stream().filter(which).map(Play.Acknowledged::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Events are dense up to the head, and no epoch is what it was, nor more than clients can read. */
    private static void assertStreamsAreWholeAndNew(Ground ground) throws Exception {
        for (String stream : Play.STREAMS) {
            String of = " WHERE stream_id = '" + stream + "'";
            String seq = texts(ground, "SELECT seq FROM stream_head" + of).get(0);
            assertTrue(Long.parseLong(seq) > 50, seq);
            assertEquals(List.of(seq), texts(ground, "SELECT COUNT(*) FROM change_event" + of));
            assertEquals(List.of(seq), texts(ground, "SELECT MAX(seq) FROM change_event" + of));
            long epoch = Long.parseLong(
                    texts(ground, "SELECT epoch FROM stream_head" + of).get(0));
            assertNotEquals(1_000 + Play.STREAMS.indexOf(stream), epoch);
            assertTrue(epoch >= 0 && epoch < 1L << 52, "epoch " + epoch);
        }
    }

    private static void removeAPieceOfTheSecondLog(Ground ground) throws Exception {
        List<Place> places = ground.settings().places();
        try {
            Place bucket = places.get(1);
            List<Stored> pieces = bucket.list("binlog/").stream()
                    .filter(piece -> piece.key().contains("_binlog.000002/"))
                    .filter(piece -> piece.key().endsWith(".sealed"))
                    .sorted(Comparator.comparing(Stored::key))
                    .toList();
            assertTrue(pieces.size() > 1, pieces.toString());
            bucket.delete(pieces.get(0).key());
        } finally {
            places.forEach(Place::close);
        }
    }
}
