package app.vstrivia.local.demo;

import app.vstrivia.local.client.TriviaApi;
import app.vstrivia.local.client.TriviaClient;
import app.vstrivia.local.client.TriviaNetwork;
import app.vstrivia.local.terminal.CommandFailure;
import app.vstrivia.local.terminal.ExitCode;
import app.vstrivia.local.terminal.Terminal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeoutException;

/** The demonstration: two bots play a duel to its end, and the books are checked. */
public final class Demo {
    private static final int ROUNDS = 10;
    private static final Duration CONNECT_BOUND = Duration.ofSeconds(15);
    /** Ten rounds of the fast pace take at most 140 s. */
    private static final Duration MATCH_BOUND = Duration.ofSeconds(200);

    private final Terminal terminal;
    private final TriviaNetwork network;
    private final URI api;
    private final long seed;

    public Demo(Terminal terminal, URI api, long seed) {
        this(terminal, new TriviaNetwork(), api, seed);
    }

    /** @param network closed with the demonstration */
    Demo(Terminal terminal, TriviaNetwork network, URI api, long seed) {
        this.terminal = terminal;
        this.network = network;
        this.api = api;
        this.seed = seed;
    }

    /**
     * @param categories to draw the questions from; empty for all
     * @throws CommandFailure if the match does not end in time, or an answer was lost or counts twice
     */
    public void run(List<String> categories) throws InterruptedException {
        long start = System.nanoTime();
        Random random = new Random(seed);
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
        try (network) {
            TriviaApi rest = new TriviaApi(network, api);
            URI socket = URI.create(
                    rest.call("GET", "/v1/config", null, null).path("socketUrl").asText());
            try (TriviaClient ada = connected(rest, "Ada", socket);
                    TriviaClient grace = connected(rest, "Grace", socket)) {
                String match = Pairing.pair(ada, grace, settings(categories));
                List<Bot> bots = List.of(
                        new Bot(ada, match, new Random(random.nextLong()), clock),
                        new Bot(grace, match, new Random(random.nextLong()), clock));
                MatchPrinter printer = new MatchPrinter(terminal, bots);
                terminal.line("");
                terminal.line("  Ada and Grace play match " + match + ".");
                ada.listen(printer::hear);
                bots.forEach(Bot::play);
                ada.await(frame -> frame.isEvent("finished"), MATCH_BOUND);
                grace.await(frame -> frame.isEvent("finished"), CONNECT_BOUND);
                finish(match, bots, printer, start);
            }
        } catch (TimeoutException late) {
            throw new CommandFailure(
                    ExitCode.FAILED, "The demonstration did not get to its end: " + late.getMessage() + ".");
        } finally {
            clock.shutdownNow();
        }
    }

    private static TriviaClient connected(TriviaApi rest, String name, URI socket)
            throws TimeoutException, InterruptedException {
        TriviaClient client = TriviaClient.register(rest, name, () -> socket).connect();
        client.await(frame -> frame.type().equals("resumed"), CONNECT_BOUND);
        return client;
    }

    private static ObjectNode settings(List<String> categories) {
        ObjectNode settings = TriviaApi.object().put("count", ROUNDS).put("pace", "fast");
        if (!categories.isEmpty()) {
            ArrayNode wanted = settings.putArray("categories");
            categories.forEach(wanted::add);
        }
        return settings;
    }

    private void finish(String match, List<Bot> bots, MatchPrinter printer, long start) {
        Audit audit = new Audit();
        List<DemoResult.Player> players = new ArrayList<>();
        int rounds = 0;
        for (Bot bot : bots) {
            JsonNode view = bot.client().account().call("GET", "/v1/matches/" + match, null);
            rounds = view.path("roundsPlayed").size();
            audit.player(bot, view);
            audit.events(bot);
            for (JsonNode player : view.path("players")) {
                if (player.path("playerId").asText().equals(bot.client().playerId())) {
                    players.add(new DemoResult.Player(
                            bot.name(), player.path("score").asInt()));
                }
            }
        }
        audit.answers(bots.get(0), bots.size());
        players.sort(Comparator.comparingInt(DemoResult.Player::score).reversed());
        double seconds = Double.parseDouble(String.format(Locale.ROOT, "%.1f", (System.nanoTime() - start) / 1e9));
        DemoResult result =
                new DemoResult(match, rounds, players, audit.acks(), audit.lost(), audit.duplicates(), seconds);
        printer.finished(players);
        terminal.line(json(result));
        check(result);
    }

    private static String json(DemoResult result) {
        try {
            return new ObjectMapper().writeValueAsString(result);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void check(DemoResult result) {
        if (!result.good()) {
            throw new CommandFailure(ExitCode.FAILED, "Answers were lost or counted twice; see the result above.");
        }
        if (result.rounds() != ROUNDS || result.players().size() != 2) {
            throw new CommandFailure(ExitCode.FAILED, "The match was not played to its end; see the result above.");
        }
    }
}
