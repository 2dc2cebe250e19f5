package app.vstrivia.model.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.vstrivia.model.gather.Gathering;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What belongs to which trace. */
@Timeout(30)
class TracedWorkTest {
    /** Two make a group, however slow the second one is. */
    private static final Gathering.Bounds TOGETHER = new Gathering.Bounds(10_000, 2, 1, 100);

    private final Vertx vertx = Vertx.vertx();
    private final List<Origin> groups = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Each word comes back; the group notes to which trace it belongs. */
    private Gathering<String, String> words(Traces traces) {
        return new Gathering<>("words", TOGETHER, vertx, words -> {
            groups.add(traces.origin());
            return Uni.createFrom().item(words);
        });
    }

    @Test
    void whatIsNotChosenIsNotTraced() {
        assertNull(new TracedWork(TestTraces.lost(0), vertx).begin("Answer"));
    }

    @Test
    void whatIsDoneForSeveralBelongsToTheTracedOneAndWhatFollowsToEachOnesOwn() {
        Traces traces = TestTraces.lost(1);
        Gathering<String, String> words = words(traces);
        TracedWork.Work answer = new TracedWork(traces, vertx).begin("Answer");

        Uni<Origin> plain = words.add("plain").map(word -> traces.origin());
        Uni<List<Origin>> traced = answer.run(() -> {
            Origin before = traces.origin();
            return words.add("traced").map(word -> List.of(before, traces.origin()));
        });
        Uni<List<Object>> both = Uni.join()
                .all(plain.map(origin -> (Object) Optional.ofNullable(origin)), traced.map(origins -> (Object) origins))
                .andFailFast();

        List<Object> seen = both.await().indefinitely();
        Origin own = groups.get(0);
        assertNotNull(own);
        assertEquals(List.of(Optional.empty(), List.of(own, own)), seen);
        assertEquals(1, groups.size());
    }

    @Test
    void withoutATracedOneTheGroupIsNotTraced() {
        Traces traces = TestTraces.lost(1);

        Gathering<String, String> words = words(traces);
        Uni.join()
                .all(words.add("plain"), words.add("simple"))
                .andFailFast()
                .await()
                .indefinitely();

        assertEquals(Collections.singletonList(null), groups);
    }
}
