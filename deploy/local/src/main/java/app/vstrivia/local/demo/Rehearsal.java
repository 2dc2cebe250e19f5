package app.vstrivia.local.demo;

import app.vstrivia.local.client.Frame;
import app.vstrivia.local.client.TriviaApi;
import app.vstrivia.local.client.TriviaClient;
import app.vstrivia.local.client.TriviaNetwork;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** A little of everything that players do, without a thought and without a pause, so that the services have done it once. */
public final class Rehearsal {
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final int ROUNDS = 2;
    private static final int PAIRS = 2;

    private final URI api;
    private final URI socket;

    public Rehearsal(URI api, URI socket) {
        this.api = api;
        this.socket = socket;
    }

    /** @throws TimeoutException if a service does not do its part within a minute */
    public void play() throws TimeoutException, InterruptedException {
        try (TriviaNetwork network = new TriviaNetwork()) {
            TriviaApi rest = new TriviaApi(network, api);
            List<TriviaClient> players = new ArrayList<>();
            try {
                for (int i = 0; i < 2 * PAIRS; i++) {
                    players.add(connected(rest, "Player " + i));
                }
                duels(players);
            } finally {
                players.forEach(TriviaClient::close);
            }
        }
    }

    private TriviaClient connected(TriviaApi rest, String name) throws TimeoutException, InterruptedException {
        TriviaClient client = TriviaClient.register(rest, name, () -> socket).connect();
        client.await(frame -> frame.type().equals("resumed"), BOUND);
        return client;
    }

    private static void duels(List<TriviaClient> players) throws TimeoutException, InterruptedException {
        for (int i = 0; i < players.size(); i += 2) {
            TriviaClient one = players.get(i);
            TriviaClient other = players.get(i + 1);
            String match = Pairing.pair(
                    one, other, TriviaApi.object().put("count", ROUNDS).put("pace", "blitz"));
            for (TriviaClient player : List.of(one, other)) {
                player.listen(frame -> answer(player, match, frame));
                player.join(match);
            }
        }
        for (TriviaClient player : players) {
            player.await(frame -> frame.isEvent("finished"), BOUND);
        }
    }

    private static void answer(TriviaClient player, String match, Frame frame) {
        if (frame.isEvent("round-opened")) {
            player.answer(match, frame.data().path("round").asInt(), List.of(0), 100);
        }
    }
}
