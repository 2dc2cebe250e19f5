package app.vstrivia.local.prove.play;

import app.vstrivia.local.client.ApiFailure;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Calls of the API are made again while the database is away; whoever waits does not wait for ever. */
final class Patience {
    private static final int RETRY_MS = 300;
    private static final int TOO_MANY = 429;
    private static final int SERVER_FAULT = 500;

    private Patience() {}

    /**
     * @throws ApiFailure if the answer is one that asking again does not change
     * @throws TimeoutException if a call has no answer at all, or the answers are refusals for longer than the bound
     */
    static <T> T retry(Supplier<T> call, Duration bound) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + bound.toNanos();
        while (true) {
            try {
                return call.get();
            } catch (ApiFailure failure) {
                if (failure.status() < SERVER_FAULT && failure.status() != TOO_MANY) {
                    throw failure;
                }
                giveUpAfter(end, failure);
            } catch (CompletionException broken) {
                if (broken.getCause() instanceof HttpTimeoutException) {
                    throw new TimeoutException("no answer");
                }
                giveUpAfter(end, broken);
            }
            Thread.sleep(RETRY_MS);
        }
    }

    private static void giveUpAfter(long end, RuntimeException last) throws TimeoutException {
        if (System.nanoTime() - end > 0) {
            throw new TimeoutException(last.toString());
        }
    }

    /** Something that is looked at every now and then. */
    interface Condition {
        boolean holds();
    }

    /** @throws TimeoutException with {@code what} if it does not hold in time */
    static void await(String what, Duration bound, Condition condition) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + bound.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() - end > 0) {
                throw new TimeoutException(what);
            }
            Thread.sleep(20);
        }
    }
}
