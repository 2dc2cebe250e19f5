package app.vstrivia.local.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.local.client.Account;
import app.vstrivia.local.client.Frame;
import app.vstrivia.local.client.TriviaApi;
import app.vstrivia.local.client.TriviaClient;
import app.vstrivia.local.client.TriviaNetwork;
import app.vstrivia.local.launch.LocalSystem;
import app.vstrivia.local.launch.Secrets;
import app.vstrivia.local.token.AdminToken;
import app.vstrivia.local.token.SigningKey;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicasIT {
    private static final int ROUNDS = 4;
    private static final int DISPLACED = 4409;
    private static final int REVOKED = 4410;
    private static final int PATIENCE_S = 15;
    private static final Duration PATIENCE = Duration.ofSeconds(PATIENCE_S);

    @TempDir
    static Path data;

    private static LocalSystem system;
    private static TriviaNetwork network;
    private static TriviaApi api;

    @BeforeAll
    static void start() throws Exception {
        system = LocalSystem.startForTest(data, 2, Map.of());
        network = new TriviaNetwork();
        api = new TriviaApi(network, system.apiUri());
    }

    @AfterAll
    static void stop() {
        network.close();
        system.close();
    }

    @Test
    void thePlayersOfAMatchSitOnDifferentReplicas() throws Exception {
        try (Contestant ada = new Contestant(api, "Ada", () -> system.socketUri(0));
                Contestant bob = new Contestant(api, "Bob", () -> system.socketUri(1))) {
            ada.awaitReady().look("blitz", ROUNDS);
            String match = bob.awaitReady().findDuel("blitz", ROUNDS);
            assertEquals(match, ada.awaitMatch());

            ada.await("finished");
            bob.await("finished");

            assertEquals(ROUNDS, Verdict.check(ada, match, ROUNDS));
            assertEquals(ROUNDS, Verdict.check(bob, match, ROUNDS));
        }
    }

    @Test
    void aPlayerMovesToTheOtherReplicaInTheMiddleAndMissesNothing() throws Exception {
        int[] replica = {0};
        try (Contestant ada = new Contestant(api, "Ada", () -> system.socketUri(replica[0]));
                Contestant bob = new Contestant(api, "Bob", () -> system.socketUri(1))) {
            ada.awaitReady().look("blitz", ROUNDS);
            String match = bob.awaitReady().findDuel("blitz", ROUNDS);
            ada.awaitMatch();
            ada.awaitRound("round-revealed", 1);

            replica[0] = 1;
            ada.client().drop();

            ada.await("finished");
            bob.await("finished");
            Verdict.check(ada, match, ROUNDS);
            assertEquals(ROUNDS, Verdict.check(bob, match, ROUNDS));
        }
    }

    @Test
    void aDeviceHasOneSocketOnAllReplicasTogether() throws Exception {
        Account ada = register("Ada");
        try (TriviaClient older = resumed(ada, 0);
                TriviaClient newer = resumed(ada, 1)) {
            assertEquals(DISPLACED, older.closed().get(PATIENCE_S, TimeUnit.SECONDS));
            assertTrue(newer.connected());
        }
    }

    @Test
    void whatTheHostSaysReachesPlayersOnTheOtherReplica() throws Exception {
        Account host = register("Host");
        Account ada = register("Ada");
        ObjectNode settings = TriviaApi.object().put("pace", "fast").put("count", ROUNDS);
        JsonNode room = host.call("POST", "/v1/rooms", TriviaApi.object().set("settings", settings));
        String match = room.path("matchId").asText();
        ada.call(
                "POST",
                "/v1/rooms/join",
                TriviaApi.object().put("pin", room.path("pin").asText()));
        try (TriviaClient speaker = resumed(host, 0);
                TriviaClient listener = resumed(ada, 1)) {
            listener.join(match);
            listener.await(frame -> isSnapshotOf(frame, match), PATIENCE);
            speaker.join(match);
            speaker.await(frame -> isSnapshotOf(frame, match), PATIENCE);
            // Who serves what travels between the replicas, too.
            Thread.sleep(500);

            speaker.sendRaw("{\"type\":\"announce\",\"id\":\"a1\",\"match\":\"" + match + "\",\"text\":\"Welcome\"}");

            for (TriviaClient reader : List.of(speaker, listener)) {
                Frame heard = reader.await(frame -> frame.type().equals("announcement"), PATIENCE);
                assertEquals("Welcome", heard.json().path("text").asText());
            }
        }
    }

    @Test
    void whomAnOperatorPutsOutIsOutWithinTwoSeconds() throws Exception {
        Account ada = register("Ada");
        try (TriviaClient client = resumed(ada, 1)) {
            // A token says to the second when it was issued.
            Thread.sleep(1_100);
            String operator = AdminToken.mint(SigningKey.read(Secrets.in(data).signingKeyFile()), Instant.now());

            long asked = System.nanoTime();
            api.call("POST", "/v1/players/" + ada.playerId() + "/revocation", operator, null);

            assertEquals(REVOKED, client.closed().get(PATIENCE_S, TimeUnit.SECONDS));
            assertTrue(System.nanoTime() - asked < TimeUnit.SECONDS.toNanos(2), "within two seconds");
        }
    }

    @Test
    void aDeviceWhoseAccessIsTakenIsOutWithinTwoSecondsAndThePlayersOthersAreTold() throws Exception {
        Account phone = register("Ada");
        Account tablet = phone.anotherDevice().join();
        try (TriviaClient stays = resumed(phone, 0);
                TriviaClient goes = resumed(tablet, 1)) {
            long asked = System.nanoTime();
            phone.call("DELETE", "/v1/me/devices/" + tablet.deviceId(), null);

            assertEquals(REVOKED, goes.closed().get(PATIENCE_S, TimeUnit.SECONDS));
            assertTrue(System.nanoTime() - asked < TimeUnit.SECONDS.toNanos(2), "within two seconds");
            Frame told = stays.await(frame -> frame.json().path("kind").asText().equals("device-signed-out"), PATIENCE);
            assertEquals(
                    tablet.deviceId(), told.json().path("data").path("device").asText());
            assertTrue(stays.connected());
        }
    }

    @Test
    void whoSignsOutAllOtherDevicesIsAloneWithinTwoSecondsOnAllReplicas() throws Exception {
        Account phone = register("Ada");
        Account tablet = phone.anotherDevice().join();
        Account browser = phone.anotherDevice().join();
        Account bob = register("Bob");
        try (TriviaClient stays = resumed(phone, 0);
                TriviaClient near = resumed(tablet, 0);
                TriviaClient far = resumed(browser, 1);
                TriviaClient neighbour = resumed(bob, 1)) {
            long asked = System.nanoTime();
            phone.call("DELETE", "/v1/me/devices", null);

            for (TriviaClient goes : List.of(near, far)) {
                assertEquals(REVOKED, goes.closed().get(PATIENCE_S, TimeUnit.SECONDS));
            }
            assertTrue(System.nanoTime() - asked < TimeUnit.SECONDS.toNanos(2), "within two seconds");
            for (TriviaClient present : List.of(stays, neighbour)) {
                present.sendRaw("{\"type\":\"ping\",\"body\":\"still here\"}");
                present.await(frame -> frame.type().equals("pong"), PATIENCE);
                assertTrue(present.connected());
            }
        }
    }

    private static Account register(String name) {
        return Account.register(api, name).join();
    }

    private TriviaClient resumed(Account account, int replica) throws Exception {
        TriviaClient client = new TriviaClient(network, account, () -> system.socketUri(replica)).connect();
        client.await(frame -> frame.type().equals("resumed"), PATIENCE);
        return client;
    }

    private static boolean isSnapshotOf(Frame frame, String match) {
        return frame.type().equals("snapshot") && frame.stream().equals("match:" + match);
    }

    @Test
    void theMatchGoesOnOverTheDatabaseWhileThereAreNoWakeUps() throws Exception {
        try (Contestant ada = new Contestant(api, "Ada", () -> system.socketUri(0));
                Contestant bob = new Contestant(api, "Bob", () -> system.socketUri(1))) {
            ada.awaitReady().look("blitz", ROUNDS);
            String match = bob.awaitReady().findDuel("blitz", ROUNDS);
            ada.awaitMatch();
            ada.awaitRound("round-opened", 1);

            system.redis().process().kill();

            ada.await("finished");
            bob.await("finished");
            assertEquals(ROUNDS, Verdict.check(ada, match, ROUNDS));
            assertEquals(ROUNDS, Verdict.check(bob, match, ROUNDS));
        } finally {
            system.redis().startAgain();
        }
    }
}
