package app.vstrivia.local.prove.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final int FORTY_MINUTES = 40 * 60_000;

    @Test
    void theSameSeedGivesTheSamePlan() {
        assertEquals(Plan.of(42, FORTY_MINUTES, 3), Plan.of(42, FORTY_MINUTES, 3));
        assertNotEquals(Plan.of(42, FORTY_MINUTES, 3), Plan.of(43, FORTY_MINUTES, 3));
    }

    @Test
    void aLongerRunBeginsAsAShorterOne() {
        Plan small = Plan.of(42, 60_000, 3);

        assertEquals(
                small.actions(),
                Plan.of(42, FORTY_MINUTES, 3)
                        .actions()
                        .subList(0, small.actions().size()));
    }

    @Test
    void fortyMinutesHoldAThousandKillsAndSomeOfEverything() {
        Plan plan = Plan.of(1, FORTY_MINUTES, 3);
        Map<ActionKind, Integer> counts = new HashMap<>();
        plan.actions().forEach(action -> counts.merge(action.kind(), 1, Integer::sum));

        int kills = counts.get(ActionKind.KILL_REALTIME) + 3 * counts.get(ActionKind.KILL_ALL_REALTIME);

        assertTrue(kills >= 1_000, "kills: " + kills);
        assertEquals(Set.of(ActionKind.values()), counts.keySet());
        Arrays.stream(ActionKind.values())
                .filter(kind -> kind != ActionKind.KILL_REALTIME)
                .forEach(kind -> assertTrue(counts.get(kind) < counts.get(ActionKind.KILL_REALTIME), kind::text));
    }

    @Test
    void aReplicaThatWasEndedGetsTimeToStart() {
        Map<Integer, Integer> endedAt = new HashMap<>();
        for (Action action : Plan.of(5, FORTY_MINUTES, 3).actions()) {
            if (action.kind() == ActionKind.KILL_REALTIME || action.kind() == ActionKind.STOP_REALTIME) {
                Integer before = endedAt.put(action.replica(), action.at());
                assertTrue(before == null || action.at() - before >= 2_500, action::toString);
            }
        }
    }

    @Test
    void aPlanOfEachKindLeavesNothingOut() {
        Plan plan = Plan.ofEachKind(3, 2, 1_000, 3);

        assertEquals(2 * ActionKind.values().length, plan.actions().size());
        assertEquals(
                Set.of(ActionKind.values()),
                new HashSet<>(plan.actions().stream().map(Action::kind).toList()));
        assertEquals((plan.actions().size() - 1) * 1_000, plan.length());
    }
}
