package app.vstrivia.model.gather;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GatheringTest {
    private static final Gathering.Bounds ONE_AT_A_TIME = new Gathering.Bounds(1, 10, 1, 100);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger groups = new AtomicInteger();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Gathering<String, String> gathering(Uni<List<String>> first) {
        return new Gathering<>(
                "words",
                ONE_AT_A_TIME,
                vertx,
                words -> groups.incrementAndGet() == 1
                        ? first
                        : Uni.createFrom()
                                .item(words.stream().map(word -> word + "!").toList()),
                (group, failure) -> Gathering.singly(group),
                Duration.ofMillis(200));
    }

    @Test
    void whatHasNoOutcomeIsGivenUpAndHoldsNobodyUpForEver() {
        Gathering<String, String> words = gathering(Uni.createFrom().nothing());
        Uni<String> lost = words.add("lost").memoize().indefinitely();
        lost.subscribe().with(word -> {}, failure -> {});

        assertThrows(TimeoutException.class, () -> lost.await().indefinitely());

        assertEquals("next!", words.add("next").await().indefinitely());
    }

    @Test
    void whatIsGivenUpIsNotDoneOnceMore() {
        Gathering<String, String> words = gathering(Uni.createFrom().nothing());
        Uni<List<String>> lost =
                Uni.join().all(words.add("one"), words.add("two")).andFailFast();

        assertThrows(TimeoutException.class, () -> lost.await().indefinitely());

        assertEquals(1, groups.get());
    }

    @Test
    void aGroupThatFailsIsTriedOneByOne() {
        Gathering<String, String> words =
                gathering(Uni.createFrom().failure(new IllegalStateException("the first group fails")));
        Uni<List<String>> both =
                Uni.join().all(words.add("one"), words.add("two")).andFailFast();

        assertEquals(List.of("one!", "two!"), both.await().indefinitely());
        assertEquals(3, groups.get());
    }
}
