package app.vstrivia.api.platform.ratelimit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.FrontDoor;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

@ApiTest
@TestProfile(FrontDoor.class)
class RushTest {
    private static final Logger LOG = Logger.getLogger(RushTest.class);
    private static final int CROWD = 5_000;
    private static final int A_SECOND = 1_000;

    @Inject
    RateLimits limits;

    @Test
    void aThousandASecondMayCome() throws InterruptedException {
        String room = UUID.randomUUID().toString();
        List<CompletableFuture<Boolean>> joins = new ArrayList<>();
        for (int second = 0; second < CROWD / A_SECOND; second++) {
            for (int i = 0; i < A_SECOND; i++) {
                joins.add(joins(room));
            }
            TimeUnit.SECONDS.sleep(1);
        }

        assertEquals(CROWD, in(joins));
    }

    @Test
    void whoRushesARoomIsHeldBackAndCostsLittle() {
        String room = UUID.randomUUID().toString();
        long start = System.nanoTime();
        List<CompletableFuture<Boolean>> joins = new ArrayList<>();
        for (int i = 0; i < 4 * RateLimit.ROOM_JOINS.atOnce(); i++) {
            joins.add(joins(room));
        }

        long in = in(joins);

        double seconds = (System.nanoTime() - start) / 1e9;
        LOG.infof("%d asked at once, %d may, in %.2f s", joins.size(), in, seconds);
        long most = RateLimit.ROOM_JOINS.atOnce() + (long) Math.ceil(seconds * RateLimit.ROOM_JOINS.perMinute() / 60);
        assertTrue(in >= RateLimit.ROOM_JOINS.atOnce() && in <= most, in + " of at most " + most);
        joins(UUID.randomUUID().toString()).join();
    }

    @Test
    void aThousandAddressesAtOnceAreAllCounted() {
        List<CompletableFuture<Void>> all = Stream.generate(UUID::randomUUID)
                .limit(A_SECOND)
                .map(address ->
                        limits.take(RateLimit.SIGN_IN, address.toString()).subscribeAsCompletionStage())
                .toList();

        all.forEach(CompletableFuture::join);
    }

    private CompletableFuture<Boolean> joins(String room) {
        return limits.take(RateLimit.ROOM_JOINS, room)
                .replaceWith(true)
                .onFailure(TooManyRequests.class)
                .recoverWithItem(false)
                .subscribeAsCompletionStage();
    }

    private static long in(List<CompletableFuture<Boolean>> joins) {
        return joins.stream().filter(CompletableFuture::join).count();
    }
}
