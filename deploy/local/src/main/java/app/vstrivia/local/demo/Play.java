package app.vstrivia.local.demo;

import app.vstrivia.local.client.ApiFailure;
import app.vstrivia.local.client.TriviaApi;
import app.vstrivia.local.client.TriviaClient;
import app.vstrivia.local.client.TriviaNetwork;
import app.vstrivia.local.terminal.CommandFailure;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Duels one after the other at several tables, while somebody restarts what they are played on; the books are checked. */
final class Play {
    private static final int ROUNDS = 5;
    private static final int BETWEEN_VISITS_MS = 50;
    /** Of so many visits one changes something. */
    private static final int VISITS_TO_A_CHANGE = 5;

    private static final Duration CONNECT_BOUND = Duration.ofSeconds(15);
    private static final Duration MATCH_BOUND = Duration.ofSeconds(120);

    private final TriviaApi rest;
    private final Random random;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Audit audit = new Audit();
    private volatile boolean ending;
    private volatile boolean over;
    private int matches;
    private int missed;

    Play(TriviaNetwork network, URI api, long seed) {
        this.rest = new TriviaApi(network, api);
        this.random = new Random(seed);
    }

    /** @param seconds for which new duels begin; those that have begun are played to their end */
    PlayResult run(int tables, int seconds) throws InterruptedException, TimeoutException {
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        URI socket = URI.create(
                rest.call("GET", "/v1/config", null, null).path("socketUrl").asText());
        List<TriviaClient> players = new ArrayList<>();
        List<Thread> playing = new ArrayList<>();
        List<Thread> visitors = new ArrayList<>();
        try {
            for (int i = 0; i < 2 * tables; i++) {
                players.add(connected("Player " + (i + 1), socket));
            }
            for (int table = 0; table < tables; table++) {
                TriviaClient one = players.get(2 * table);
                TriviaClient other = players.get(2 * table + 1);
                playing.add(new Thread(() -> playUntil(end, one, other), "table " + (table + 1)));
                visitors.add(new Thread(() -> visit(one), "visitor " + (table + 1)));
            }
            playing.forEach(Thread::start);
            visitors.forEach(Thread::start);
            join(playing);
            over = true;
            join(visitors);
            int connections =
                    players.stream().mapToInt(TriviaClient::connections).sum();
            return result(players.size(), connections, (System.nanoTime() - start) / 1e9);
        } finally {
            over = true;
            playing.forEach(Thread::interrupt);
            players.forEach(TriviaClient::close);
            clock.shutdownNow();
        }
    }

    /** Lets no new duels begin. */
    void end() {
        ending = true;
    }

    /** How long it takes at most until those that have begun are over. */
    static Duration longestDuel() {
        return MATCH_BOUND.plus(CONNECT_BOUND);
    }

    private TriviaClient connected(String name, URI socket) throws TimeoutException, InterruptedException {
        TriviaClient client = TriviaClient.register(rest, name, () -> socket).connect();
        client.await(frame -> frame.type().equals("resumed"), CONNECT_BOUND);
        return client;
    }

    private static void join(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** What a page does beside the match, only more often: most requests read, some change something. */
    private void visit(TriviaClient player) {
        try {
            for (int visit = 1; !over; visit++) {
                attempt(() -> player.account().call("GET", "/v1/me", null));
                if (visit % VISITS_TO_A_CHANGE == 0) {
                    String name = player.account().name() + " " + visit;
                    attempt(() -> player.account()
                            .call("PATCH", "/v1/me", TriviaApi.object().put("name", name)));
                }
                Thread.sleep(BETWEEN_VISITS_MS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(Runnable request) {
        try {
            request.run();
        } catch (ApiFailure | CompletionException failure) {
            failed(failure);
        }
    }

    private void failed(Exception failure) {
        failures.add(Thread.currentThread().getName() + ": " + failure.getMessage());
    }

    private void playUntil(long end, TriviaClient one, TriviaClient other) {
        try {
            while (!ending && System.nanoTime() < end) {
                try {
                    duel(one, other);
                } catch (ApiFailure | CommandFailure | CompletionException | TimeoutException failure) {
                    failed(failure);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void duel(TriviaClient one, TriviaClient other) throws TimeoutException, InterruptedException {
        String match = paired(one, other);
        List<Bot> bots = List.of(bot(one, match), bot(other, match));
        bots.forEach(Bot::play);
        for (Bot bot : bots) {
            bot.client()
                    .await(frame -> frame.isEvent("finished") && frame.stream().equals("match:" + match), MATCH_BOUND);
        }
        check(match, bots);
        bots.forEach(bot -> bot.client().forget(match));
    }

    /** One table after the other: all want the same, and would be paired across tables. */
    private synchronized String paired(TriviaClient one, TriviaClient other) throws InterruptedException {
        return Pairing.pair(one, other, TriviaApi.object().put("count", ROUNDS).put("pace", "fast"));
    }

    private synchronized Bot bot(TriviaClient client, String match) {
        return new Bot(client, match, new Random(random.nextLong()), clock);
    }

    private void check(String match, List<Bot> bots) {
        for (Bot bot : bots) {
            var view = bot.client().account().call("GET", "/v1/matches/" + match, null);
            synchronized (this) {
                audit.player(bot, view);
                missed += Gaps.in(bot.frames());
            }
        }
        synchronized (this) {
            audit.answers(bots.get(0), bots.size());
            matches++;
        }
    }

    private synchronized PlayResult result(int players, int connections, double seconds) {
        return new PlayResult(
                matches,
                rest.requests(),
                List.copyOf(failures),
                audit.acks(),
                audit.lost(),
                audit.duplicates(),
                missed,
                players,
                connections,
                Math.round(seconds * 10) / 10.0);
    }
}
