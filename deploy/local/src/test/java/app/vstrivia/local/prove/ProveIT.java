package app.vstrivia.local.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.local.launch.LocalSystem;
import app.vstrivia.local.prove.check.Timings;
import app.vstrivia.local.prove.plan.ActionKind;
import app.vstrivia.local.prove.plan.Plan;
import app.vstrivia.local.terminal.Steps;
import app.vstrivia.local.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProveIT {
    private static final long SEED = 20_241;
    private static final int REPLICAS = 3;
    private static final int PLAYERS = 8;
    private static final int GAP_MS = 1_500;

    @TempDir
    Path data;

    @Test
    void nothingIsLostWhateverIsDoneToTheSystem() throws Exception {
        Plan plan = Plan.ofEachKind(SEED, 1, GAP_MS, REPLICAS);
        Setup setup = new Setup(LocalSystem.projectRoot(), data, REPLICAS, PLAYERS, SEED, plan, PLAYERS / 2);

        Report report = new ProveRun(setup, new Steps(Terminal.silent()), line -> {}).run();

        assertEquals(List.of(), report.violations().first());
        assertEquals(Set.of(ActionKind.values()), report.chronicle().done().keySet());
        assertEquals(1 + REPLICAS, report.chronicle().kills());
        assertTrue(report.matches() >= PLAYERS / 2, () -> "matches: " + report.matches());
        assertTrue(report.answers() > 0, "answers that count");
        assertTrue(report.acks() >= report.answers(), "each of them was acknowledged");
        assertTrue(report.timings().of(Timings.Kind.RESUMED_AFTER_KILL).count() > 0, "players came back");
    }
}
