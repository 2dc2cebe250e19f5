package app.vstrivia.local.prove.play;

import app.vstrivia.local.client.Account;
import app.vstrivia.local.client.ApiFailure;
import app.vstrivia.local.client.TriviaApi;
import app.vstrivia.local.client.TriviaNetwork;
import app.vstrivia.local.prove.chaos.Chronicle;
import app.vstrivia.local.prove.check.AuditStore;
import app.vstrivia.local.prove.check.Checker;
import app.vstrivia.local.prove.check.Timings;
import app.vstrivia.local.prove.check.Violations;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeoutException;

/** All players, and the tables at which they meet: one thread for each table, none for a player. */
public final class Players implements AutoCloseable {
    private static final Duration CONNECT_BOUND = Duration.ofSeconds(30);
    private static final Duration END_BOUND = Duration.ofSeconds(240);
    private static final double DUELS = 0.6;
    private static final int LARGEST_ROOM = 5;

    private final TriviaNetwork network = new TriviaNetwork();
    private final ScheduledExecutorService clock = new ScheduledThreadPoolExecutor(2);
    private final List<Seat> seats = new ArrayList<>();
    private final List<Seat> idle = new ArrayList<>();
    private final List<Thread> tables = new ArrayList<>();
    private final Random random;
    private final double loseNetwork;
    private final Chronicle chronicle;
    private final Timings timings;
    private final Violations violations;
    private final Referee referee;
    private final Checker checker;
    private volatile boolean playing;

    /**
     * @param seed for what players do; what comes of it depends on the moment, too
     * @param loseNetwork how likely a player is to lose the own connection in a round, 0 to 1
     */
    public Players(
            long seed,
            double loseNetwork,
            Chronicle chronicle,
            Timings timings,
            Checker checker,
            AuditStore store,
            Violations violations) {
        this.random = new Random(seed);
        this.loseNetwork = loseNetwork;
        this.chronicle = chronicle;
        this.timings = timings;
        this.violations = violations;
        this.checker = checker;
        this.referee = new Referee(checker, store, violations);
    }

    /**
     * Registers players, connects them and lets them play.
     *
     * @param count at least two
     * @param apis where the API is; of several each has as many players
     * @param tapes the directory for the recorded traffic
     * @throws TimeoutException if not all of them get a connection
     */
    public void start(int count, List<URI> apis, List<URI> sockets, Path tapes)
            throws IOException, InterruptedException, TimeoutException {
        for (int i = 1; i <= count; i++) {
            TriviaApi rest = new TriviaApi(network, apis.get(i % apis.size()));
            Account account = Account.register(rest, "Player " + i).join();
            Tape tape = new Tape(account.playerId(), tapes, checker::take);
            Recovery recovery = new Recovery(sockets, new Random(random.nextLong()), chronicle, timings);
            seats.add(new Seat(
                    network,
                    account,
                    tape,
                    recovery,
                    new Random(random.nextLong()),
                    loseNetwork,
                    clock,
                    timings,
                    violations));
        }
        for (Seat seat : seats) {
            Patience.await(seat.player() + " got no connection", CONNECT_BOUND, seat.client()::connected);
        }
        idle.addAll(seats);
        playing = true;
        for (int i = 0; i < count / 2; i++) {
            Table table = new Table(referee, new Random(random.nextLong()), () -> playing);
            Thread thread = new Thread(() -> play(table), "table-" + (i + 1));
            thread.setDaemon(true);
            thread.start();
            tables.add(thread);
        }
    }

    private void play(Table table) {
        try {
            while (playing) {
                List<Seat> group = take();
                try {
                    table.play(group);
                } catch (TimeoutException stuck) {
                    violations.add("stuck", stuck.getMessage());
                } catch (ApiFailure refused) {
                    violations.add("api", refused.getMessage());
                } finally {
                    giveBack(group);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<Seat> take() throws InterruptedException {
        int wanted = seats.size() < 3 || random.nextDouble() < DUELS
                ? 2
                : 3 + random.nextInt(Math.min(LARGEST_ROOM, seats.size()) - 2);
        while (idle.size() < wanted && playing) {
            wait();
        }
        if (!playing) {
            throw new InterruptedException("the game is over");
        }
        Collections.shuffle(idle, random);
        List<Seat> group = new ArrayList<>(idle.subList(0, wanted));
        idle.removeAll(group);
        return group;
    }

    private synchronized void giveBack(List<Seat> group) {
        idle.addAll(group);
        notifyAll();
    }

    /** No new matches; returns when the present ones are over and verified, or do not come to an end. */
    public void finish() throws InterruptedException {
        synchronized (this) {
            playing = false;
            notifyAll();
        }
        long end = System.nanoTime() + END_BOUND.toNanos();
        for (Thread table : tables) {
            table.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            if (table.isAlive()) {
                violations.add("stuck", table.getName() + " did not come to an end");
                table.interrupt();
            }
        }
        referee.verifyRest();
    }

    public int connected() {
        return (int) seats.stream().filter(seat -> seat.client().connected()).count();
    }

    /** Acks that players got. */
    public int acks() {
        return seats.stream().mapToInt(Seat::acks).sum();
    }

    /** How many connections there were, also those that came to nothing. */
    public int connections() {
        return seats.stream().mapToInt(seat -> seat.client().connections()).sum();
    }

    @Override
    public void close() throws IOException {
        playing = false;
        tables.forEach(Thread::interrupt);
        for (Seat seat : seats) {
            seat.close();
        }
        clock.shutdownNow();
        network.close();
    }
}
