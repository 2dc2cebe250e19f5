package app.vstrivia.api.platform.bulkhead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BulkheadTest {
    private final Bulkhead bulkhead = new Bulkhead(1);

    private CompletableFuture<String> enter(CompletableFuture<String> work) {
        return bulkhead.<String>run(() -> Uni.createFrom().completionStage(work))
                .subscribeAsCompletionStage();
    }

    @Test
    void theNextBeginsWhenOneIsDone() {
        CompletableFuture<String> first = new CompletableFuture<>();
        CompletableFuture<String> one = enter(first);
        CompletableFuture<String> two = enter(CompletableFuture.completedFuture("two"));
        assertFalse(two.isDone());

        first.complete("one");

        assertEquals("one", one.join());
        assertEquals("two", two.join());
    }

    @Test
    void aFailureGivesItsPlaceBack() {
        assertTrue(enter(CompletableFuture.failedFuture(new IllegalStateException()))
                .isCompletedExceptionally());

        assertEquals("next", enter(CompletableFuture.completedFuture("next")).join());
    }

    @Test
    void whoGivesUpTakesNoPlace() {
        CompletableFuture<String> first = new CompletableFuture<>();
        enter(first);
        enter(new CompletableFuture<>()).cancel(true);

        first.complete("one");

        assertEquals("next", enter(CompletableFuture.completedFuture("next")).join());
    }
}
