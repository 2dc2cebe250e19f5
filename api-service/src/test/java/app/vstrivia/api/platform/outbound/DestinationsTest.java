package app.vstrivia.api.platform.outbound;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DestinationsTest {
    private static final URI SOMEWHERE = URI.create("http://slow.example/");

    private final AtomicInteger looking = new AtomicInteger();
    private final CountDownLatch answered = new CountDownLatch(1);

    private InetAddress[] slowly(String host) throws UnknownHostException {
        looking.incrementAndGet();
        try {
            answered.await();
        } catch (InterruptedException stopped) {
            throw new UnknownHostException(host);
        }
        return new InetAddress[] {InetAddress.getByAddress(new byte[] {1, 1, 1, 1})};
    }

    @Test
    void namesThatNobodyAnswersForTakeAFewThreadsAndNoMore() {
        Destinations destinations = new Destinations(new PublicAddresses(), this::slowly);
        CompletableFuture<?>[] asked = new CompletableFuture<?>[Destinations.AT_ONCE + Destinations.WAITING];
        for (int i = 0; i < asked.length; i++) {
            asked[i] = destinations.find(SOMEWHERE).subscribeAsCompletionStage();
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> looking.get() == Destinations.AT_ONCE);

        assertThrows(
                RejectedExecutionException.class,
                () -> destinations.find(SOMEWHERE).await().indefinitely());
        assertEquals(Destinations.AT_ONCE, looking.get());
        answered.countDown();

        CompletableFuture.allOf(asked).join();
        assertEquals(
                "1.1.1.1", destinations.find(SOMEWHERE).await().indefinitely().address());
    }
}
