package app.vstrivia.realtime.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.match.Pace;
import app.vstrivia.model.protocol.CloseCode;
import app.vstrivia.model.protocol.MediaEvent;
import app.vstrivia.model.protocol.PublicationEvent;
import app.vstrivia.model.sql.Values;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.realtime.testing.Fixture;
import app.vstrivia.realtime.testing.Streams;
import app.vstrivia.realtime.testing.TestSocket;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WatchTest extends Fixture {
    @Inject
    Streams streams;

    private PlayerId ada;

    @BeforeEach
    void register() {
        ada = matches.player();
    }

    @Test
    void aReaderGetsWhatHappenedAndWhatHappens() {
        StreamId stream = streams.of(ada);
        streams.happens(stream, 2);
        try (TestSocket a = TestSocket.open(socket, ada).hello().send(watch(stream))) {
            JsonNode snapshot = snapshotOf(stream, a);
            assertEquals(2, snapshot.path("seq").asLong());
            assertEquals(List.of(1L, 2L), kept(snapshot));
            assertEquals(2, snapshot.at("/data/events/1/data/read").asInt());

            streams.happens(stream, 1);

            JsonNode event = a.awaitEvent("import-progress");
            assertEquals(stream.toString(), event.path("stream").asText());
            assertEquals(3, event.path("seq").asLong());
        }
    }

    @Test
    void aPictureIsWatchedFromItsArrivalToItsEnd() {
        StreamId stream = streams.of(StreamId.Kind.MEDIA, ada);
        streams.tell(stream, new MediaEvent.MediaArrived(MediaEvent.Kind.PICTURE, 48_213));
        try (TestSocket a = TestSocket.open(socket, ada).hello().send(watch(stream));
                TestSocket b = TestSocket.open(socket, matches.player()).hello().send(watch(stream))) {
            assertEquals("not-found", b.awaitType("error").path("code").asText());
            assertEquals(
                    48_213,
                    snapshotOf(stream, a).at("/data/events/0/data/bytes").asInt());

            streams.tell(stream, new MediaEvent.MediaReady(MediaEvent.Review.PENDING));
            streams.tell(stream, new MediaEvent.MediaReviewed(MediaEvent.Review.APPROVED));
            streams.tell(stream, new MediaEvent.MediaRemoved());

            assertEquals(
                    "pending", a.awaitEvent("media-ready").at("/data/review").asText());
            assertEquals(
                    "approved",
                    a.awaitEvent("media-reviewed").at("/data/review").asText());
            assertEquals(4, a.awaitEvent("media-removed").path("seq").asLong());
        }
    }

    @Test
    void aPublicationIsWatchedStepByStepToItsEnd() {
        UUID quiz = UuidV7.next();
        StreamId stream = streams.of(StreamId.Kind.PUBLICATION, ada);
        streams.tell(stream, new PublicationEvent.PublicationAccepted(quiz, 7));
        PublicationEvent.Step[] steps = PublicationEvent.Step.values();
        try (TestSocket a = TestSocket.open(socket, ada).hello().send(watch(stream));
                TestSocket b = TestSocket.open(socket, matches.player()).hello().send(watch(stream))) {
            assertEquals("not-found", b.awaitType("error").path("code").asText());
            JsonNode accepted = snapshotOf(stream, a).at("/data/events/0");
            assertEquals("publication-accepted", accepted.path("kind").asText());
            assertEquals(quiz.toString(), accepted.at("/data/quiz").asText());

            for (int i = 0; i < steps.length; i++) {
                streams.tell(stream, new PublicationEvent.PublicationStep(steps[i], i + 1, steps.length));
            }
            streams.tell(
                    stream,
                    new PublicationEvent.PublicationEnded(
                            PublicationEvent.PublicationEnded.Outcome.PUBLISHED, 3, null, null));

            for (int i = 0; i < steps.length; i++) {
                JsonNode step = a.awaitEvent("publication-step");
                assertEquals(i + 2, step.path("seq").asLong());
                assertEquals(i + 1, step.at("/data/done").asInt());
            }
            JsonNode ended = a.awaitEvent("publication-ended");
            assertEquals(steps.length + 2, ended.path("seq").asLong());
            assertEquals("published", ended.at("/data/outcome").asText());
            assertEquals(3, ended.at("/data/version").asInt());
            assertEquals(List.of(), seqsOf(stream, b));
        }
    }

    @Test
    void whoMayNotWatchItDoesNotLearnWhetherItIsThere() {
        StreamId of = streams.of(matches.player());
        StreamId none = new StreamId(StreamId.Kind.IMPORT, UuidV7.next());
        try (TestSocket a = TestSocket.open(socket, ada).hello()) {
            JsonNode there = a.send(watch(of)).awaitType("error");
            JsonNode nowhere = a.send(watch(none)).awaitType("error");

            assertEquals("not-found", there.path("code").asText());
            assertEquals(there, nowhere);
        }
    }

    @Test
    void whoComesBackGetsWhatWasMissedAndNothingTwice() {
        StreamId stream = streams.of(ada);
        long epoch;
        try (TestSocket a = TestSocket.open(socket, ada).hello().send(watch(stream))) {
            epoch = snapshotOf(stream, a).path("epoch").asLong();
        }
        streams.happens(stream, 300);
        try (TestSocket again = TestSocket.open(socket, ada)) {
            again.send(helloFrom(stream, epoch, 3)).awaitType("resumed");
            streams.happens(stream, 1);
            again.await(frame -> frame.path("seq").asLong() == 301);

            assertEquals(LongStream.rangeClosed(4, 301).boxed().toList(), seqsOf(stream, again));
        }
    }

    @Test
    void aHelloThatNamesWhatIsNotForThePlayerGetsTheSameRefusal() {
        StreamId stream = streams.of(matches.player());
        try (TestSocket a = TestSocket.open(socket, ada)) {
            a.send(helloFrom(stream, 0, 0));

            assertEquals("not-found", a.awaitType("error").path("code").asText());
            assertEquals(
                    stream.toString(), a.awaitType("unwatched").path("stream").asText());
            a.awaitType("resumed");
            streams.happens(stream, 1);
            a.send(watch(stream));
            assertEquals("not-found", a.awaitType("error").path("code").asText());
            assertEquals(List.of(), seqsOf(stream, a));
        }
    }

    @Test
    void aResumeOfWhatIsNotForThePlayerTellsThatItEnds() {
        StreamId stream = streams.of(matches.player());
        try (TestSocket a = TestSocket.open(socket, ada).hello()) {
            a.send(resume(stream, 0, 0));

            assertEquals("not-found", a.awaitType("error").path("code").asText());
            assertEquals(
                    stream.toString(), a.awaitType("unwatched").path("stream").asText());
        }
    }

    @Test
    void whoResumesTheOwnStreamIsToldWhatWasWithdrawnAndTheRestGoesOn() {
        StreamId silent = streams.of(ada);
        StreamId other = streams.of(ada);
        try (TestSocket a = TestSocket.open(socket, ada).hello()) {
            a.send(watch(silent)).send(watch(other));
            snapshotOf(other, a);
            streams.withdrawUnheard(silent, ada);

            a.send(resume(StreamId.of(ada), 0, 0));

            assertEquals(
                    silent.toString(), a.awaitType("unwatched").path("stream").asText());
            streams.happens(other, 2);
            a.await(frame -> frame.path("stream").asText().equals(other.toString())
                    && frame.path("seq").asLong() == 2);
            assertEquals(List.of(1L, 2L), seqsOf(other, a));
            assertEquals(
                    1,
                    a.frames().stream()
                            .filter(frame -> isSnapshot(frame, other))
                            .count());
        }
    }

    @Test
    void whatIsTooFarBackComesAsTheNewestEventsThatAreThere() {
        StreamId stream = streams.of(ada);
        streams.happens(stream, 60);
        try (TestSocket a = TestSocket.open(socket, ada).hello().send(watch(stream))) {
            assertEquals(LongStream.rangeClosed(11, 60).boxed().toList(), kept(snapshotOf(stream, a)));
        }
        streams.forget(stream, 58);
        try (TestSocket a = TestSocket.open(socket, ada)) {
            a.send(helloFrom(stream, 7, 4));
            JsonNode snapshot = snapshotOf(stream, a);
            assertEquals(60, snapshot.path("seq").asLong());
            assertEquals(List.of(59L, 60L), kept(snapshot));
        }
    }

    @Test
    void whatIsWithdrawnIsWatchedNoMore() {
        StreamId stream = streams.of(ada);
        StreamId other = streams.of(ada);
        try (TestSocket a = TestSocket.open(socket, ada).hello()) {
            a.send(watch(stream)).send(watch(other));
            snapshotOf(other, a);

            streams.withdraw(stream, ada);

            assertEquals(
                    stream.toString(), a.awaitType("unwatched").path("stream").asText());
            streams.happens(stream, 1);
            streams.happens(other, 1);
            a.awaitEvent("import-progress");
            assertEquals(List.of(), seqsOf(stream, a));
            assertEquals(List.of(1L), seqsOf(other, a));
            assertEquals(
                    "not-found",
                    a.send(watch(stream)).awaitType("error").path("code").asText());
        }
    }

    @Test
    void whatIsWithdrawnWhileItIsAskedForIsNotWatchedEither() {
        StreamId last = streams.of(ada);
        List<StreamId> withdrawn = new ArrayList<>();
        try (TestSocket a = TestSocket.open(socket, ada).hello()) {
            // Fewer than the refusals that end a connection.
            for (int i = 0; i < 12; i++) {
                StreamId stream = streams.of(ada);
                withdrawn.add(stream);
                a.send(watch(stream));
                CompletableFuture.runAsync(() -> streams.withdraw(stream, ada)).join();
                a.awaitEvent("stream-withdrawn");
            }
            a.send("{'type':'ping','body':'all were asked for'}").awaitType("pong");
            withdrawn.forEach(stream -> streams.happens(stream, 1));
            a.send(watch(last));
            snapshotOf(last, a);
            streams.happens(last, 1);
            a.awaitEvent("import-progress");

            withdrawn.forEach(stream -> assertEquals(List.of(), seqsOf(stream, a)));
            withdrawn.forEach(stream -> assertEquals(List.of(), snapshotsAfterTheEnd(stream, a)));
        }
    }

    @Test
    void whoUnwatchesHearsNoMoreAndMayWatchAgain() {
        StreamId stream = streams.of(ada);
        StreamId other = streams.of(ada);
        try (TestSocket a = TestSocket.open(socket, ada).hello()) {
            a.send(watch(stream)).send(watch(other));
            snapshotOf(other, a);

            a.send(unwatch(stream)).awaitType("unwatched");

            streams.happens(stream, 1);
            streams.happens(other, 1);
            a.awaitEvent("import-progress");
            assertEquals(List.of(), seqsOf(stream, a));
            a.send(watch(stream));
            assertEquals(List.of(1L), kept(snapshotOf(stream, a)));
        }
    }

    @Test
    void theOwnStreamIsAlwaysRead() {
        try (TestSocket a = TestSocket.open(socket, ada).hello()) {
            a.send(unwatch(StreamId.of(ada)));

            assertEquals("forbidden", a.awaitType("error").path("code").asText());
        }
    }

    @Test
    void aMatchIsWatchedAsItIsJoined() {
        MatchId match = matches.duel(1, Pace.STANDARD, 600_000, ada);
        StreamId stream = StreamId.of(match);
        try (TestSocket a = TestSocket.open(socket, ada).hello().send(watch(stream))) {
            assertEquals(
                    match.toString(), snapshotOf(stream, a).at("/data/match").asText());

            a.send(unwatch(stream)).awaitType("unwatched");

            a.send(answer("x", match, 1, 0, 1));
            assertEquals("out-of-phase", a.awaitType("error").path("code").asText());
        }
    }

    @Test
    void whoWatchesAMatchThatCannotBeReadComesBack() {
        MatchId match = matches.duel(1, Pace.STANDARD, 600_000, ada);
        try (TestSocket a = TestSocket.open(socket, ada).hello()) {
            matches.execute("UPDATE live_match SET kind = 'nonsense' WHERE id = ?", Values.of(match));

            a.send(watch(StreamId.of(match)));

            assertEquals(CloseCode.OVERLOADED.code(), a.awaitClose());
        } finally {
            matches.execute("UPDATE live_match SET kind = 'duel' WHERE id = ?", Values.of(match));
        }
    }

    @Test
    void aConnectionWatchesABoundedNumberAndMatchesHaveTheirPlace() {
        MatchId match = matches.duel(1, Pace.STANDARD, 600_000, ada);
        List<StreamId> many =
                LongStream.range(0, 33).mapToObj(i -> streams.of(ada)).toList();
        try (TestSocket a = TestSocket.open(socket, ada)) {
            a.send(helloFrom(many.subList(0, 16))).awaitType("resumed");
            many.subList(16, 32).forEach(stream -> a.send(watch(stream)));
            snapshotOf(many.get(31), a);

            a.send(watch(many.get(32)));

            assertEquals("too-many", a.awaitType("error").path("code").asText());
            a.send(join(match));
            snapshotOf(StreamId.of(match), a);
            a.send(unwatch(many.get(0))).send(watch(many.get(32)));
            snapshotOf(many.get(32), a);
        }
    }

    private static String watch(StreamId stream) {
        return "{'type':'watch','id':'w','stream':'" + stream + "'}";
    }

    private static String resume(StreamId stream, long epoch, long seq) {
        return "{'type':'resume','stream':'" + stream + "','epoch':" + epoch + ",'seq':" + seq + "}";
    }

    private static String unwatch(StreamId stream) {
        return "{'type':'unwatch','stream':'" + stream + "'}";
    }

    private static String helloFrom(StreamId stream, long epoch, long seq) {
        return "{'type':'hello','resume':[{'stream':'" + stream + "','epoch':" + epoch + ",'seq':" + seq + "}]}";
    }

    private static String helloFrom(List<StreamId> all) {
        return "{'type':'hello','resume':["
                + String.join(
                        ",",
                        all.stream()
                                .map(stream -> "{'stream':'" + stream + "','epoch':0,'seq':0}")
                                .toList())
                + "]}";
    }

    private static JsonNode snapshotOf(StreamId stream, TestSocket socket) {
        return socket.await(frame -> isSnapshot(frame, stream));
    }

    private static boolean isSnapshot(JsonNode frame, StreamId stream) {
        return frame.path("type").asText().equals("snapshot")
                && frame.path("stream").asText().equals(stream.toString());
    }

    private static List<JsonNode> snapshotsAfterTheEnd(StreamId stream, TestSocket socket) {
        return socket.frames().stream()
                .filter(frame -> frame.path("stream").asText().equals(stream.toString()))
                .dropWhile(frame -> !frame.path("type").asText().equals("unwatched"))
                .filter(frame -> isSnapshot(frame, stream))
                .toList();
    }

    private static List<Long> kept(JsonNode snapshot) {
        return StreamSupport.stream(snapshot.at("/data/events").spliterator(), false)
                .map(event -> event.path("seq").asLong())
                .toList();
    }

    private static List<Long> seqsOf(StreamId stream, TestSocket socket) {
        return socket.frames().stream()
                .filter(frame -> frame.path("type").asText().equals("event"))
                .filter(frame -> frame.path("stream").asText().equals(stream.toString()))
                .map(frame -> frame.path("seq").asLong())
                .toList();
    }
}
