package app.vstrivia.local.prove.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SnapshotCheckTest {
    private static final long EPOCH = 77;

    private static Map<String, Integer> found(List<String> kinds, String snapshot) {
        List<MatchFacts.Event> events = new ArrayList<>();
        for (String kind : kinds) {
            events.add(new MatchFacts.Event(
                    events.size() + 1, kind, RecordedMatch.json("{'round':1,'text':'Question?'}"), 2_000));
        }
        Violations violations = new Violations();
        MatchTraffic traffic = new MatchTraffic();
        traffic.snapshots.add(
                new MatchTraffic.Snapshot(RecordedMatch.ADA, EPOCH, events.size(), RecordedMatch.json(snapshot)));
        new SnapshotCheck(
                        new MatchFacts(
                                RecordedMatch.MATCH,
                                "finished",
                                "completed",
                                1,
                                EPOCH,
                                events.size(),
                                events,
                                List.of(),
                                Map.of()),
                        violations)
                .check(traffic);
        return violations.counts();
    }

    @Test
    void aMatchThatIsPausedBeforeItsFirstRoundShowsNone() {
        List<String> events = List.of("starting", "paused");

        assertEquals(Map.of(), found(events, "{'phase':'paused','round':0,'current':null}"));
        assertEquals(
                Map.of("snapshot", 1), found(events, "{'phase':'paused','round':0,'current':{'text':'Question?'}}"));
    }

    @Test
    void aRoundThatWasAnnouncedIsShown() {
        List<String> events = List.of("starting", "round-announced");

        assertEquals(Map.of(), found(events, "{'phase':'announced','round':1,'current':{'text':'Question?'}}"));
        assertEquals(
                Set.of("snapshot"),
                found(events, "{'phase':'announced','round':1,'current':null}").keySet());
    }
}
