package app.vstrivia.local.prove;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.embedded.ChildProcess;
import app.vstrivia.local.client.Journal;
import app.vstrivia.local.launch.LocalSystem;
import app.vstrivia.local.prove.chaos.Chronicle;
import app.vstrivia.local.prove.check.Checker;
import app.vstrivia.local.prove.check.Entry;
import app.vstrivia.local.prove.check.Samples;
import app.vstrivia.local.prove.check.Timings;
import app.vstrivia.local.prove.check.Violations;
import app.vstrivia.local.prove.play.Players;
import app.vstrivia.local.terminal.Steps;
import app.vstrivia.local.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollingRestartIT {
    private static final int REPLICAS = 3;
    private static final int PLAYERS = 8;
    private static final int GRACE_SECONDS = 30;
    private static final int BETWEEN_MS = 2_000;
    private static final double LATENESS_MS = 300;

    /** A client that moved by itself when it was asked to, and one whose socket the service closed as it restarts. */
    private static final List<String> PLANNED_ENDS = List.of("" + Journal.LEFT, "1012");

    @TempDir
    Path data;

    private final Chronicle chronicle = new Chronicle();
    private final Violations violations = new Violations();
    private final Timings timings = new Timings(at -> false);
    private final Checker checker = new Checker(violations, timings);

    @Test
    void eachReplicaIsRestartedUnderPlayAndNoPlayerNotices() throws Exception {
        Path tapes = Files.createDirectory(data.resolve("traffic"));
        List<Integer> exits = new ArrayList<>();
        try (ProvedSystem proved =
                        ProvedSystem.start(LocalSystem.projectRoot(), data, REPLICAS, new Steps(Terminal.silent()));
                Players players = new Players(1, 0, chronicle, timings, checker, proved.store(), violations)) {
            players.start(PLAYERS, List.of(proved.system().apiUri()), proved.sockets(), tapes);
            for (int replica = 0; replica < REPLICAS; replica++) {
                Thread.sleep(BETWEEN_MS);
                exits.add(restart(proved.system(), replica));
            }
            Thread.sleep(BETWEEN_MS);
            players.finish();
        }

        assertAll(
                () -> assertEquals(List.of(), violations.first(), "nothing is missed, nothing comes twice"),
                () -> assertTrue(checker.verified() > 0, "matches were played"),
                () -> assertEquals(List.of(0, 0, 0), exits, "exit statuses"),
                () -> assertEquals(Map.of(), unplannedEnds(tapes), "how connections ended"),
                () -> isOnTime(Timings.Kind.OPENED_SEEN),
                () -> isOnTime(Timings.Kind.REVEALED_SEEN));
    }

    private static int restart(LocalSystem system, int replica) throws Exception {
        ChildProcess process = system.realtimeProcess(replica);
        process.terminate();
        int status = process.ended().get(GRACE_SECONDS, TimeUnit.SECONDS);
        system.startRealtime(replica);
        return status;
    }

    private void isOnTime(Timings.Kind kind) {
        Samples late = timings.of(kind);
        assertTrue(late.count() > 0, () -> "no sample of " + kind.text());
        assertTrue(late.percentile(0.99) <= LATENESS_MS, () -> kind.text() + ": " + late.percentile(0.99) + " ms");
    }

    /**
     * How often each close code came that no restart should lead to. An attempt that a replica refuses while it is left is no
     * connection.
     */
    private static Map<String, Integer> unplannedEnds(Path tapes) throws IOException {
        Map<String, Integer> ends = new TreeMap<>();
        try (Stream<Path> files = Files.list(tapes)) {
            for (Path file : files.toList()) {
                List<Entry> entries =
                        Files.readAllLines(file).stream().map(Entry::parse).toList();
                Set<Integer> opened = entries.stream()
                        .filter(entry -> entry.what() == Entry.What.APPLIED)
                        .map(Entry::connection)
                        .collect(Collectors.toSet());
                entries.stream()
                        .filter(entry -> entry.what() == Entry.What.ENDED && opened.contains(entry.connection()))
                        .filter(entry -> !PLANNED_ENDS.contains(entry.text()))
                        .forEach(entry -> ends.merge(entry.text(), 1, Integer::sum));
            }
        }
        return ends;
    }
}
