package app.vstrivia.local.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.local.client.TriviaApi;
import app.vstrivia.local.client.TriviaNetwork;
import app.vstrivia.local.launch.LocalSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("waits")
class ManyDuelsIT {
    private static final int DUELS = 200;
    private static final int ROUNDS = 5;

    @TempDir
    static Path data;

    @Test
    void twoHundredDuelsAtOnceLoseNothingAndTellNothingTooEarly() throws Exception {
        try (LocalSystem system = LocalSystem.startForTest(data, 1, Map.of());
                TriviaNetwork network = new TriviaNetwork()) {
            TriviaApi api = new TriviaApi(network, system.apiUri());
            List<Contestant> players = new ArrayList<>();
            for (int i = 0; i < 2 * DUELS; i++) {
                players.add(new Contestant(api, "Player " + i, () -> system.socketUri(0)));
            }
            try {
                for (Contestant player : players) {
                    player.awaitReady();
                }
                players.forEach(player -> player.look("fast", ROUNDS));
                Map<String, Integer> matches = new HashMap<>();
                List<String> matchOf = new ArrayList<>();
                for (Contestant player : players) {
                    matchOf.add(player.awaitMatch());
                    matches.merge(matchOf.get(matchOf.size() - 1), 1, Integer::sum);
                }
                assertEquals(DUELS, matches.size());
                matches.forEach((match, members) -> assertEquals(2, members));

                for (Contestant player : players) {
                    player.await("finished");
                }

                int acknowledged = 0;
                for (int i = 0; i < players.size(); i++) {
                    acknowledged += Verdict.check(players.get(i), matchOf.get(i), ROUNDS);
                    assertEquals(0, players.get(i).client().duplicateEvents());
                    assertEquals(0, players.get(i).client().gaps());
                }
                assertEquals(2 * DUELS * ROUNDS, acknowledged);
            } finally {
                players.forEach(Contestant::close);
            }
        }
    }
}
