package app.vstrivia.local.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.local.client.TriviaApi;
import app.vstrivia.local.client.TriviaNetwork;
import app.vstrivia.local.launch.LocalSystem;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicasIT {
    private static final int ROUNDS = 4;

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
        }
    }
}
