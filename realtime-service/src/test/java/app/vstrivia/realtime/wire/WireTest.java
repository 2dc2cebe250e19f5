package app.vstrivia.realtime.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.model.protocol.CloseCode;
import app.vstrivia.model.protocol.ServerMessage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final RecordingWire wire = new RecordingWire();

    @BeforeEach
    void open() {
        wire.later(wire::opened);
    }

    @Test
    void framesLeaveInTheOrderInWhichTheyWereSent() {
        IntStream.range(0, 1_000).forEach(i -> wire.send(Frame.of("m" + i)));

        assertEquals(
                IntStream.range(0, 1_000).mapToObj(i -> "m" + i).toList(),
                wire.written().stream().map(Frame::text).toList());
    }

    @Test
    void whatIsSentInOnePassLeavesInOneFlush() {
        wire.later(() -> Stream.of("a", "b", "c").map(Frame::of).forEach(wire::send));

        assertEquals(1, wire.flushes());
        assertEquals(3, wire.written().size());
    }

    @Test
    void aSocketThatTakesNothingGetsOnlyTheNewestOfEachKind() {
        wire.full(true);
        wire.sendLatest("count", Frame.of("1"));
        wire.sendLatest("count", Frame.of("2"));
        wire.sendLatest("other", Frame.of("x"));
        assertEquals(List.of(), wire.written());

        wire.full(false);

        assertEquals(List.of("2", "x"), wire.written().stream().map(Frame::text).toList());
    }

    @Test
    void aSocketForWhichTooMuchWaitsIsClosedAsSlow() {
        wire.pending(RecordingWire.PENDING_LIMIT);
        wire.send(Frame.of("one more"));

        Frame last = wire.written().get(0);
        assertTrue(last.isClose());
        assertEquals(CloseCode.SLOW_CONSUMER.code(), last.closeCode());
        wire.pending(0);
        wire.send(Frame.of("too late"));
        assertEquals(1, wire.written().size());
    }

    @Test
    void aSocketThatStaysFullIsClosedAsSlow() {
        wire.full(true);
        long now = System.nanoTime();
        look(now);
        look(now + 4 * SECOND);
        assertEquals(List.of(), wire.written());

        look(now + 6 * SECOND);

        assertEquals(CloseCode.SLOW_CONSUMER.code(), wire.written().get(0).closeCode());
    }

    @Test
    void aFullSocketThatCatchesUpStays() {
        long now = System.nanoTime();
        wire.full(true);
        look(now);
        wire.full(false);
        wire.full(true);
        look(now + 6 * SECOND);

        assertEquals(List.of(), wire.written());
    }

    @Test
    void aSilentClientIsClosed() {
        long now = System.nanoTime();
        look(now + 70 * SECOND);
        assertEquals(List.of(), wire.written());
        look(now + 80 * SECOND);

        assertEquals(CloseCode.SILENT.code(), wire.written().get(0).closeCode());
    }

    @Test
    void theLastDeadlineCounts() {
        wire.closeAfter(1_000, CloseCode.HELLO_TIMEOUT);
        wire.closeAfter(3_000, CloseCode.UNAUTHENTICATED);
        long now = System.nanoTime();
        look(now + 2 * SECOND);
        assertEquals(List.of(), wire.written());
        look(now + 4 * SECOND);

        assertEquals(CloseCode.UNAUTHENTICATED.code(), wire.written().get(0).closeCode());
    }

    @Test
    void aPeerThatDoesNotAnswerTheCloseFrameIsCutOff() {
        wire.close(CloseCode.RESTART);
        look(System.nanoTime() + SECOND);
        assertFalse(wire.aborted());
        look(System.nanoTime() + 4 * SECOND);

        assertTrue(wire.aborted());
        assertEquals(1, wire.ears().endings());
    }

    @Test
    void anAudienceGetsEverythingInOrderFromTheMomentOfJoining() {
        RecordingWire early = wire;
        RecordingWire late = wire.neighbour();
        Audience audience = new Audience();
        audience.add(early);
        audience.send(Frame.of("1"));
        late.send(Frame.of("missed 1"));
        audience.add(late);
        audience.send(Frame.of("2"));
        audience.remove(early);
        audience.send(Frame.of("3"));

        assertEquals(
                List.of("1", "2"), early.written().stream().map(Frame::text).toList());
        assertEquals(
                List.of("missed 1", "2", "3"),
                late.written().stream().map(Frame::text).toList());
    }

    @Test
    void whoWatchesAFrameHearsOnceOfALoopHoweverManyItsSocketsAreAndOfTheirFlush() {
        RecordingWire neighbour = wire.neighbour();
        Audience audience = new Audience();
        audience.add(wire);
        audience.add(neighbour);
        List<String> heard = new CopyOnWriteArrayList<>();

        audience.send(Frame.of("1"), sockets -> {
            heard.add(sockets + " sockets");
            return () -> heard.add("flushed " + (wire.flushesSoFar() + neighbour.flushesSoFar()));
        });

        assertEquals(1, wire.flushes());
        assertEquals(List.of("2 sockets", "flushed 2"), heard);
        assertEquals(List.of("1"), neighbour.written().stream().map(Frame::text).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 65_535, 65_536, 100_000})
    void aFrameSaysItsLengthAsTheStandardHasIt(int length) {
        Frame frame = Frame.of("x".repeat(length));
        int header = frame.length() - length;

        assertEquals(length <= 125 ? 2 : length <= 65_535 ? 4 : 10, header);
        assertEquals((byte) 0x81, frame.bytes()[0]);
        assertEquals(length, announcedLength(frame.bytes()));
        assertEquals(length, frame.text().length());
    }

    @Test
    void aMessageIsEncodedInUtf8() {
        assertEquals(
                "{\"type\":\"pong\",\"body\":\"Österreich 🎲\"}",
                Frame.of(new ServerMessage.Pong("Österreich 🎲")).text());
    }

    private static long announcedLength(byte[] bytes) {
        int first = bytes[1];
        int extra = first < 126 ? 0 : first == 126 ? 2 : 8;
        long length = extra == 0 ? first : 0;
        for (int i = 0; i < extra; i++) {
            length = length << 8 | bytes[2 + i] & 0xFF;
        }
        return length;
    }

    private void look(long now) {
        wire.later(() -> wire.look(now));
    }
}
