package app.vstrivia.local.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.local.client.TriviaApi;
import app.vstrivia.local.client.TriviaNetwork;
import app.vstrivia.local.launch.LocalSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("waits")
class CrashIT {
    private static final int ROUNDS = 3;

    /** Keeps a round open: the crash falls into it. */
    private static final int THINKS_MS = 5_000;

    @TempDir
    static Path data;

    @Test
    void theOnlyRealtimeProcessIsKilledInAnOpenRoundAndTheMatchGoesOn() throws Exception {
        try (LocalSystem system = LocalSystem.startForTest(data, 1, Map.of());
                TriviaNetwork network = new TriviaNetwork()) {
            TriviaApi api = new TriviaApi(network, system.apiUri());
            try (Contestant ada = new Contestant(api, "Ada", () -> system.socketUri(0));
                    Contestant bob = new Contestant(api, "Bob", () -> system.socketUri(0), THINKS_MS)) {
                ada.awaitReady().look("fast", ROUNDS);
                String match = bob.awaitReady().findDuel("fast", ROUNDS);
                ada.awaitMatch();
                ada.client().await(frame -> frame.type().equals("ack"), Duration.ofSeconds(60));

                system.killRealtime(0);
                assertEquals(
                        match, ada.result(match).path("matchId").asText(), "the API serves while there is no socket");
                system.startRealtime(0);

                ada.await("finished");
                bob.await("finished");
                assertEquals(ROUNDS, Verdict.check(ada, match, ROUNDS), "what was acknowledged counts");
                Verdict.check(bob, match, ROUNDS);
                assertTrue(
                        ada.result(match).at("/roundsPlayed/0/you/choices").isArray(),
                        "the answer from before the crash");
            }
        }
    }
}
