package app.vstrivia.backup.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.backup.CommandFailure;
import app.vstrivia.backup.ExitCode;
import app.vstrivia.backup.place.DirectoryPlace;
import app.vstrivia.backup.place.LockedPlace;
import app.vstrivia.backup.place.Place;
import app.vstrivia.backup.seal.Seal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogChainTest {
    private static final Instant START = Instant.parse("2026-11-30T00:00:00Z");
    private static final Instant TAKEN = START.plusSeconds(100);
    private static final LogFile FIRST = new LogFile("server", START, LogFile.UNKNOWN, "binlog.000007");
    private static final LogFile SECOND = new LogFile("server", START.plusSeconds(300), 900, "binlog.000008");

    @TempDir
    Path folder;

    private Place place;

    @BeforeEach
    void open() throws IOException {
        place = new DirectoryPlace(folder);
    }

    @Test
    void piecesThatJoinAreTakenFromThePlaceOfTheDumpOn() throws IOException {
        put(FIRST, 0, 200, 50);
        put(FIRST, 200, 400, 150);
        put(FIRST, 400, 900, 290);
        put(SECOND, 0, 500, 350);

        LogChain chain = chain(400);

        // The first one describes the log; what the dump has already is left out.
        assertEquals(
                List.of(0L, 400L, 0L), chain.pieces().stream().map(Piece::start).toList());
        assertEquals(START.plusSeconds(350), chain.until());
        assertEquals(Optional.empty(), chain.gap());
        chain.require(Optional.empty());
        chain.require(Optional.of(START.plusSeconds(350)));
    }

    @Test
    void aPieceThatIsMissingIsAGapThatIsRefused() throws IOException {
        put(FIRST, 0, 400, 150);
        put(FIRST, 600, 900, 290);
        put(SECOND, 0, 500, 350);

        LogChain chain = chain(300);

        chain.require(Optional.of(START.plusSeconds(150)));
        CommandFailure refusal =
                assertThrows(CommandFailure.class, () -> chain.require(Optional.of(START.plusSeconds(151))));
        assertEquals(ExitCode.GAP, refusal.exitCode());
        assertEquals(
                "The binary log has a gap: binlog.000007 is archived up to 400 and from 600 on. What was committed before"
                        + " 2026-11-30T00:02:30Z can be restored: --at 2026-11-30T00:02:30Z; the dump alone: --without-log.",
                refusal.getMessage());
        assertThrows(CommandFailure.class, () -> chain.require(Optional.empty()));
    }

    @Test
    void aLogThatDoesNotFollowIsAGap() throws IOException {
        put(FIRST, 0, 850, 250);
        put(SECOND, 0, 500, 350);

        LogChain chain = chain(300);

        assertEquals(
                Optional.of(
                        "after binlog.000007, archived up to 850, comes binlog.000008 of 2026-11-30T00:05:00Z, which does"
                                + " not follow it"),
                chain.gap());
        chain.require(Optional.of(START.plusSeconds(250)));
        assertThrows(CommandFailure.class, () -> chain.require(Optional.empty()));
    }

    @Test
    void aTimeThatIsNotArchivedYetIsRefused() throws IOException {
        put(FIRST, 0, 400, 150);
        place.put(FIRST.seenKey(), new Seen(START.plusSeconds(180).toString(), FIRST.name(), 400).toJson());

        LogChain chain = chain(300);

        // Nothing was committed between 150 and 180, and that is known.
        chain.require(Optional.of(START.plusSeconds(180)));
        CommandFailure refusal =
                assertThrows(CommandFailure.class, () -> chain.require(Optional.of(START.plusSeconds(181))));
        assertEquals(
                "The binary log is archived up to 2026-11-30T00:03:00Z, and not up to 2026-11-30T00:03:01Z. What was"
                        + " committed before 2026-11-30T00:03:00Z can be restored: --at 2026-11-30T00:03:00Z; the dump alone:"
                        + " --without-log.",
                refusal.getMessage());
    }

    @Test
    void withoutTheLogOfTheDumpThereIsNoChain() throws IOException {
        put(SECOND, 0, 500, 350);

        LogChain chain = chain(300);

        assertEquals(List.of(), chain.pieces());
        assertEquals(Optional.of("nothing is archived of binlog.000007, which the dump needs"), chain.gap());
    }

    @Test
    void aLogThatEndsBeforeTheDumpIsNoChain() throws IOException {
        put(FIRST, 0, 200, 50);

        LogChain chain = chain(300);

        assertEquals(List.of(), chain.pieces());
        assertEquals(Optional.of("binlog.000007 is archived up to 200, and the dump was made at 300"), chain.gap());
    }

    @Test
    void twoArchiversAtOnceMakeNoGap() throws IOException {
        put(FIRST, 0, 100, 10);
        put(FIRST, 0, 150, 15);
        put(FIRST, 100, 200, 20);
        put(FIRST, 150, 170, 17);
        put(FIRST, 200, 400, 40);

        LogChain chain = chain(0);

        assertEquals(
                List.of(100L, 200L, 400L),
                chain.pieces().stream().map(Piece::end).toList());
        assertEquals(Optional.empty(), chain.gap());
    }

    @Test
    void aServerThatWasSetUpAnewWithTheSameNamesIsAnotherOne() throws IOException {
        put(FIRST, 0, 400, 150);
        LogFile anew = new LogFile("server", START.plusSeconds(5_000), LogFile.UNKNOWN, FIRST.name());
        put(anew, 0, 700, 5_010);

        LogChain chain = chain(300);

        assertEquals(List.of(FIRST), chain.pieces().stream().map(Piece::file).toList());
        assertEquals(START.plusSeconds(150), chain.until());
    }

    @Test
    void logsThatEndedBeforeTheOldestDumpGo() throws IOException {
        put(FIRST, 0, 900, 290);
        put(SECOND, 0, 500, 350);

        assertEquals(0, LogIndex.read(place, "server").deleteBefore(START.plusSeconds(300), Instant.now()));
        assertEquals(1, LogIndex.read(place, "server").deleteBefore(START.plusSeconds(301), Instant.now()));
        assertEquals(List.of(SECOND), LogIndex.read(place, "server").files());
    }

    @Test
    void aLogThatALockKeepsGoesOnceThatHasEnded() throws IOException {
        put(FIRST, 0, 900, 290);
        put(SECOND, 0, 500, 350);
        place = new LockedPlace(place, Duration.ofDays(30));
        Instant now = Instant.now();

        assertEquals(0, LogIndex.read(place, "server").deleteBefore(START.plusSeconds(301), now));
        assertEquals(
                1, LogIndex.read(place, "server").deleteBefore(START.plusSeconds(301), now.plus(Duration.ofDays(31))));
    }

    /** A bucket may have a lock on all else. */
    @Test
    void whatIsWrittenAnewIsNotAmongThem() {
        assertEquals("seen/server/20261130T000000Z_new_binlog.000007.json", FIRST.seenKey());
        assertTrue(FIRST.folder().startsWith(LogFile.FOLDER));
    }

    @Test
    void aLogThatAReplayBeganIsNotTakenForOneOfBefore() throws Exception {
        put(FIRST, 0, 900, 290);
        LogWriter writer = new LogWriter(place, Seal.of(Seal.create()), "server");
        writer.resume(FIRST, 900);
        writer.begin(SECOND.name(), format(START.minusSeconds(1_000)));
        writer.keep();

        LogIndex index = LogIndex.read(place, "server");

        assertEquals(SECOND.name(), index.newest().orElseThrow().name());
        assertEquals(1, index.deleteBefore(START.plusSeconds(1), Instant.now()));
        assertEquals(
                List.of(SECOND.name()),
                LogIndex.read(place, "server").files().stream()
                        .map(LogFile::name)
                        .toList());
    }

    /** The description with which a log begins. */
    private static LogEvent format(Instant time) {
        byte[] event = new byte[LogEvent.HEADER];
        ByteBuffer.wrap(event)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) time.getEpochSecond())
                .put((byte) LogEvent.FORMAT)
                .putInt(1)
                .putInt(LogEvent.HEADER);
        return new LogEvent(event);
    }

    private void put(LogFile file, long start, long end, long seconds) throws IOException {
        place.put(new Piece(file, start, end, START.plusSeconds(seconds).getEpochSecond()).key(), new byte[] {1});
    }

    private LogChain chain(long position) throws IOException {
        return LogChain.of(LogIndex.read(place, "server"), TAKEN, FIRST.name(), position);
    }
}
