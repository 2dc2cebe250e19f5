package app.vstrivia.local.upgrade;

import app.vstrivia.embedded.ChildProcess;
import app.vstrivia.embedded.EmbeddedMariaDb;
import app.vstrivia.embedded.FreePort;
import app.vstrivia.embedded.GuestDatabase;
import app.vstrivia.local.launch.LocalSystem;
import app.vstrivia.local.launch.Secrets;
import app.vstrivia.local.launch.ServicePorts;
import app.vstrivia.local.launch.Settings;
import app.vstrivia.local.prove.chaos.Chronicle;
import app.vstrivia.local.prove.check.AuditStore;
import app.vstrivia.local.prove.check.Checker;
import app.vstrivia.local.prove.check.Timings;
import app.vstrivia.local.prove.check.Violations;
import app.vstrivia.local.prove.play.Players;
import app.vstrivia.local.terminal.Steps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Players play without pause while a system goes from an earlier version to this one and back: the tables first, then each
 * realtime replica, then each process of the API. What they said and heard is checked as {@code prove} does it.
 */
final class Upgrade {
    private static final List<String> QUICK_START =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx192m", "-Xss512k", "-XX:-UsePerfData");
    private static final int GRACE_S = 40;
    private static final int MIGRATED_WITHIN_S = 300;
    private static final int LOG_LINES = 10;
    private static final long SEED = 1;

    private final UpgradeOptions options;
    private final Path root;
    private final Path data;
    private final Steps steps;
    private final Chronicle chronicle = new Chronicle();
    private final Violations violations = new Violations();
    private final Checker checker = new Checker(violations, new Timings(at -> false));
    private final List<String> findings = new ArrayList<>();
    private int verified;
    private int told;

    /**
     * @param root of this version, built
     * @param data an empty directory for all that is written
     */
    Upgrade(UpgradeOptions options, Path root, Path data, Steps steps) {
        this.options = options;
        this.root = root;
        this.data = data;
        this.steps = steps;
    }

    /** What was not as it should be; empty if all was well. */
    List<String> findings() {
        return List.copyOf(findings);
    }

    /** @throws Exception if a part does not start, or the run is interrupted */
    void run() throws Exception {
        Path tapes = Files.createDirectories(data.resolve("traffic"));
        try (GuestDatabase guest = guest();
                LocalSystem system = LocalSystem.start(settings(guest), steps);
                Players players = new Players(
                        SEED, 0, chronicle, new Timings(at -> false), checker, store(system, guest), violations)) {
            for (int i = 1; i < options.apis(); i++) {
                system.startAnotherApi(steps);
            }
            players.start(
                    options.players(),
                    IntStream.range(0, options.apis()).mapToObj(system::apiUri).toList(),
                    IntStream.range(0, options.replicas())
                            .mapToObj(system::socketUri)
                            .toList(),
                    tapes);
            stage("the earlier version", players, () -> {});
            stage("its tables brought up to date", players, () -> migrate(system));
            for (int i = 0; i < options.replicas(); i++) {
                int replica = i;
                stage("replica " + (i + 1) + " is this version", players, () -> replace(system, replica, root));
            }
            for (int i = 0; i < options.apis(); i++) {
                int which = i;
                stage("API " + (i + 1) + " is this version", players, () -> replaceApi(system, which, root));
            }
            for (int i = 0; i < options.apis(); i++) {
                int which = i;
                stage("API " + (i + 1) + " goes back", players, () -> replaceApi(system, which, options.from()));
            }
            for (int i = 0; i < options.replicas(); i++) {
                int replica = i;
                stage("replica " + (i + 1) + " goes back", players, () -> replace(system, replica, options.from()));
            }
            steps.run("the last matches", done -> checker.verified() + " matches in all", () -> {
                players.finish();
                return true;
            });
        }
        findings.addAll(violations.first().subList(told, violations.first().size()));
    }

    /** Null without a server of the user's. */
    private GuestDatabase guest() throws IOException {
        return options.database() == null
                ? null
                : GuestDatabase.on(options.database(), Secrets.in(data).databasePassword());
    }

    private Settings settings(GuestDatabase guest) throws IOException {
        return new Settings(
                options.from(),
                data,
                ServicePorts.free(),
                Stream.generate(ServicePorts::free).limit(options.replicas()).toList(),
                FreePort.next(),
                FreePort.next(),
                FreePort.next(),
                guest == null
                        ? Map.of()
                        : Map.of(
                                "QUARKUS_DATASOURCE_REACTIVE_URL", guest.reactiveUrl(),
                                "QUARKUS_DATASOURCE_JDBC_URL", guest.jdbcUrl(),
                                "QUARKUS_DATASOURCE_USERNAME", guest.user(),
                                "QUARKUS_DATASOURCE_PASSWORD", Secrets.in(data).databasePassword()),
                QUICK_START,
                List.of());
    }

    private AuditStore store(LocalSystem system, GuestDatabase guest) throws Exception {
        return new AuditStore(
                guest == null ? system.database().jdbcUrl() : guest.jdbcUrl(),
                guest == null ? EmbeddedMariaDb.USER : guest.user(),
                Secrets.in(data).databasePassword());
    }

    /** A change that is made under play. */
    private interface Change {
        void make() throws Exception;
    }

    private void stage(String name, Players players, Change change) throws Exception {
        steps.run(name, matches -> matches + " matches, " + players.acks() + " acks so far", () -> {
            change.make();
            TimeUnit.SECONDS.sleep(options.seconds());
            int before = verified;
            verified = checker.verified();
            if (verified == before) {
                findings.add(name + ": no match came to its end");
            }
            List<String> found = violations.first();
            found.subList(told, found.size()).forEach(violation -> findings.add(name + ": " + violation));
            told = found.size();
            return verified - before;
        });
    }

    private void migrate(LocalSystem system) throws Exception {
        try (ChildProcess step = system.migrate(root)) {
            endsWell("the migration", step, MIGRATED_WITHIN_S);
        }
    }

    private void replace(LocalSystem system, int replica, Path version) throws Exception {
        ChildProcess process = system.realtimeProcess(replica);
        process.terminate();
        endsWell("replica " + (replica + 1), process, GRACE_S);
        system.useForRealtime(replica, version);
        system.startRealtime(replica);
    }

    /** Behind a load balancer they would go to the others; here, callers try again for the second that it takes. */
    private void replaceApi(LocalSystem system, int which, Path version) throws Exception {
        ChildProcess process = system.apiProcess(which);
        process.terminate();
        ends("API " + (which + 1), process, GRACE_S);
        system.useForApi(which, version);
        system.startApi(which);
    }

    private void endsWell(String what, ChildProcess process, int seconds) throws InterruptedException {
        int status = ends(what, process, seconds);
        if (status != 0) {
            findings.add(what + " ended with " + status + ":\n" + process.logTail(LOG_LINES));
        }
    }

    private int ends(String what, ChildProcess process, int seconds) throws InterruptedException {
        try {
            return process.ended().get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException late) {
            process.kill();
            findings.add(what + " did not end within " + seconds + " s");
            return 0;
        }
    }
}
