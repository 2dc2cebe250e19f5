package app.vstrivia.local.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriviaClientTest {
    private static final int PATIENCE_SECONDS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(PATIENCE_SECONDS);

    private static final String MOVE = "{\"type\":\"move\",\"within\":1}";

    private final TriviaNetwork network = new TriviaNetwork();
    private FakeService service;
    private TriviaClient client;

    @BeforeEach
    void start() throws IOException {
        service = new FakeService();
        client = TriviaClient.register(new TriviaApi(network, service.api()), "Ada", service::socket)
                .connect();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        network.close();
        service.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1012, 1013, 4503, 4504, 4505})
    void aClientComesBackWhenTheServiceSaysThatItMay(int code) throws Exception {
        service.next().accept().close(code);

        assertEquals("token-1", service.next().accept().token());
    }

    @ParameterizedTest
    @ValueSource(ints = {4400, 4403, 4408, 4409, 4410, 4429})
    void aClientStaysAwayWhenTheServiceSaysSo(int code) throws Exception {
        service.next().accept().close(code);

        assertEquals(code, client.closed().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertEquals(1, client.connections());
    }

    @ParameterizedTest
    @ValueSource(ints = {1008, 4401})
    void anExpiredTokenIsReplaced(int code) throws Exception {
        service.next().accept().close(code);

        assertEquals("token-2", service.next().accept().token());
    }

    @Test
    void aTokenThatIsRefusedOnTheUpgradeIsReplaced() throws Exception {
        service.next().refuse(401);

        assertEquals("token-2", service.next().accept().token());
    }

    @Test
    void aNewTokenThatIsNoBetterIsTheLastOne() throws Exception {
        service.next().open().close(4401);
        service.next().open().close(4401);

        assertEquals(4401, client.closed().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    @Test
    void aTokenThatWasGoodForAWhileIsReplacedEachTime() throws Exception {
        service.next().accept().close(4401);
        FakeService.Upgrade second = service.next().accept();
        client.await(frame -> frame.connection() == 2 && frame.type().equals("resumed"), PATIENCE);
        second.close(4401);

        assertEquals("token-3", service.next().accept().token());
    }

    @Test
    void whoIsRefusedForNowWaitsAsLongAsItIsTold() throws Exception {
        service.next().refuse(503, "Retry-After: 2");
        long start = System.nanoTime();

        service.next().accept();

        long waited = (System.nanoTime() - start) / 1_000_000;
        assertTrue(waited >= 2_000 && waited < 10_000, "waited " + waited + " ms");
    }

    @Test
    void aClientThatIsAskedToMoveConnectsAgainWithinTheTime() throws Exception {
        FakeService.Upgrade left = service.next().accept();
        left.send("{\"type\":\"move\",\"within\":300}");

        service.next().accept();

        client.await(frame -> frame.connection() == 2 && frame.type().equals("resumed"), PATIENCE);
        assertEquals(2, client.connections());
    }

    /** A client that is connected and was asked to move at once. */
    private FakeService.Upgrade moving() throws Exception {
        FakeService.Upgrade left = service.next().accept();
        left.send(MOVE);
        return left;
    }

    @Test
    void whileAClientMovesTheOldConnectionIsUsedUntilTheNewOneHasResumed() throws Exception {
        FakeService.Upgrade left = moving();
        FakeService.Upgrade taken = service.next().open();
        taken.send("{\"type\":\"welcome\",\"heartbeat\":25000}");
        client.await(frame -> frame.connection() == 2 && frame.type().equals("welcome"), PATIENCE);

        client.sendRaw("over the old one");
        assertEquals("over the old one", left.heard());
        taken.send("{\"type\":\"resumed\"}");
        client.await(frame -> frame.connection() == 2 && frame.type().equals("resumed"), PATIENCE);
        client.sendRaw("over the new one");

        assertEquals("over the new one", taken.heard());
    }

    @Test
    void aMoveThatComesToNothingIsTriedAgainAndTheOldConnectionStays() throws Exception {
        FakeService.Upgrade left = moving();
        service.next().refuse(503);

        client.sendRaw("still here");
        assertEquals("still here", left.heard());
        service.next().accept();

        client.await(frame -> frame.connection() == 3 && frame.type().equals("resumed"), PATIENCE);
    }

    @Test
    void anEventThatComesOverBothConnectionsOfAMoveCountsOnce() throws Exception {
        String snapshot = "{\"type\":\"snapshot\",\"stream\":\"s\",\"epoch\":1,\"seq\":1}";
        String event = "{\"type\":\"event\",\"stream\":\"s\",\"epoch\":1,\"seq\":2,\"kind\":\"k\"}";
        FakeService.Upgrade left = service.next().accept();
        left.send(snapshot);
        left.send(MOVE);
        FakeService.Upgrade taken = service.next().open();
        left.send(event);
        client.await(frame -> frame.connection() == 1 && frame.isEvent("k"), PATIENCE);
        taken.send("{\"type\":\"welcome\",\"heartbeat\":25000}");
        taken.send(snapshot);
        taken.send(event);
        taken.send("{\"type\":\"resumed\"}");
        client.await(frame -> frame.connection() == 2 && frame.type().equals("resumed"), PATIENCE);

        assertEquals(1, client.duplicateEvents());
        assertEquals(0, client.gaps());
    }

    @Test
    void aClientThatIsDisplacedByItsOwnMoveComesBack() throws Exception {
        FakeService.Upgrade left = moving();
        service.next().open().close(1012);
        left.close(4409);

        service.next().accept();

        client.await(frame -> frame.connection() >= 3 && frame.type().equals("resumed"), PATIENCE);
    }

    @Test
    void whatIsJoinedDuringAMoveIsJoinedAgainOverTheNewConnection() throws Exception {
        FakeService.Upgrade left = moving();
        FakeService.Upgrade taken = service.next().open();
        client.join("m9");
        left.heard();
        left.send("{\"type\":\"snapshot\",\"stream\":\"match:m9\",\"epoch\":1,\"seq\":1}");
        client.await(frame -> frame.type().equals("snapshot"), PATIENCE);
        taken.send("{\"type\":\"welcome\",\"heartbeat\":25000}");
        taken.send("{\"type\":\"resumed\"}");

        assertEquals("{\"type\":\"join\",\"id\":\"j2\",\"match\":\"m9\"}", taken.heard());
    }

    @Test
    void anAnswerWithoutAnAckIsSentAgainOverTheNextConnection() throws Exception {
        FakeService.Upgrade first = service.next().accept();
        client.await(frame -> frame.type().equals("resumed"), PATIENCE);
        CompletableFuture<Ack> ack = client.answer("a1", "m1", 1, List.of(2), 700);
        String sent = first.heard();
        first.close(1012);

        FakeService.Upgrade second = service.next().accept();
        assertEquals(sent, second.heard());
        second.send("{\"type\":\"ack\",\"id\":\"a1\",\"status\":\"stored\",\"match\":\"m1\",\"round\":1}");

        assertTrue(ack.get(PATIENCE_SECONDS, TimeUnit.SECONDS).stored());
        assertEquals(0, client.unacknowledged());
    }

    @Test
    void anAnswerThatNeedsAJoinFirstMakesTheClientJoin() throws Exception {
        FakeService.Upgrade connection = service.next().accept();
        client.await(frame -> frame.type().equals("resumed"), PATIENCE);
        client.answer("a1", "m1", 1, List.of(2), 700);
        connection.heard();

        connection.send("{\"type\":\"error\",\"code\":\"out-of-phase\",\"id\":\"a1\"}");

        assertEquals("{\"type\":\"join\",\"id\":\"j1\",\"match\":\"m1\"}", connection.heard());
        assertEquals(1, client.unacknowledged());
    }

    @Test
    void anAnswerThatTheServiceWillNeverTakeIsGivenUp() throws Exception {
        FakeService.Upgrade connection = service.next().accept();
        client.await(frame -> frame.type().equals("resumed"), PATIENCE);
        CompletableFuture<Ack> ack = client.answer("a1", "m1", 1, List.of(2), 700);
        connection.heard();

        connection.send("{\"type\":\"error\",\"code\":\"forbidden\",\"id\":\"a1\"}");

        ExecutionException failure =
                assertThrows(ExecutionException.class, () -> ack.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertTrue(failure.getMessage().contains("forbidden"), failure::getMessage);
    }
}
