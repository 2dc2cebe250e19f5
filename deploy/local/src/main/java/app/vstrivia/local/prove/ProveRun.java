package app.vstrivia.local.prove;

import app.vstrivia.local.prove.chaos.Chaos;
import app.vstrivia.local.prove.chaos.Chronicle;
import app.vstrivia.local.prove.check.Checker;
import app.vstrivia.local.prove.check.Timings;
import app.vstrivia.local.prove.check.Violations;
import app.vstrivia.local.prove.play.Players;
import app.vstrivia.local.terminal.Steps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One run: system, players and chaos together, and what came of it. */
public final class ProveRun {
    private static final int PROGRESS_SECONDS = 5;
    private static final int PLAY_ON_SECONDS = 90;
    private static final double LOSE_NETWORK = 0.02;

    private final Setup setup;
    private final Steps steps;
    private final Consumer<String> progress;
    private final Chronicle chronicle = new Chronicle();
    private final Violations violations = new Violations();
    private final Timings timings = new Timings(chronicle::isValkeyAway);
    private final Checker checker = new Checker(violations, timings);
    private int told;

    /** @param progress gets a line every few seconds */
    public ProveRun(Setup setup, Steps steps, Consumer<String> progress) {
        this.setup = setup;
        this.steps = steps;
        this.progress = progress;
    }

    /**
     * Starts the system, carries out the plan while players play, lets them finish, and ends the system.
     *
     * @throws Exception if the system does not start, or the run is interrupted
     */
    public Report run() throws Exception {
        Path tapes = Files.createDirectories(setup.data().resolve("traffic"));
        try (ProvedSystem proved = ProvedSystem.start(setup.root(), setup.data(), setup.replicas(), steps);
                Players players = new Players(
                        setup.seed(), LOSE_NETWORK, chronicle, timings, checker, proved.store(), violations);
                Chaos chaos =
                        new Chaos(proved.system(), proved.links(), setup.seed(), chronicle, timings, violations)) {
            players.start(setup.players(), List.of(proved.system().apiUri()), proved.sockets(), tapes);
            long start = System.nanoTime();
            ScheduledExecutorService clock = new ScheduledThreadPoolExecutor(1);
            clock.scheduleAtFixedRate(() -> tell(start, players), PROGRESS_SECONDS, PROGRESS_SECONDS, TimeUnit.SECONDS);
            try {
                chaos.run(setup.plan());
                chaos.heal();
                playOn();
                players.finish();
            } finally {
                clock.shutdownNow();
            }
            return new Report(
                    setup,
                    (System.nanoTime() - start) / 1e9,
                    checker.verified(),
                    checker.scored(),
                    players.acks(),
                    players.connections(),
                    chronicle,
                    timings,
                    violations);
        }
    }

    /** A plan of a fixed length holds more or fewer matches, as the machine is faster or slower. */
    private void playOn() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PLAY_ON_SECONDS);
        while (checker.verified() < setup.leastMatches() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private void tell(long start, Players players) {
        List<String> found = violations.first();
        found.subList(told, found.size()).forEach(violation -> progress.accept("  ✘ " + violation));
        told = found.size();
        progress.accept(line(start, players));
    }

    private String line(long start, Players players) {
        return String.format(
                Locale.ROOT,
                "  %4.0f s  %d kills, %d matches verified, %d acks, %d of %d players connected, %d violations",
                (System.nanoTime() - start) / 1e9,
                chronicle.kills(),
                checker.verified(),
                players.acks(),
                players.connected(),
                setup.players(),
                violations.count());
    }
}
