package app.vstrivia.api.platform.ratelimit;

import app.vstrivia.api.platform.observe.ApiMetric;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Counts against the limits of the catalogue. */
@ApplicationScoped
public class RateLimits {
    private static final Logger LOG = Logger.getLogger(RateLimits.class);
    /** How long a request waits that goes on without an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** How long one waits that is refused without an answer: a pause of a process must not shut out who is new. */
    private static final Duration LONG_PATIENCE = Duration.ofSeconds(3);

    private static final long AWAY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int KNOWN_BUCKETS = 10_000;

    private final AsyncProxyManager<String> valkey;
    private final long times;
    private final MeterRegistry metrics;
    /** Requests to the same bucket wait for each other here, and go to Valkey together. */
    private final Map<String, AsyncBucketProxy> buckets =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, AsyncBucketProxy> eldest) {
                    return size() > KNOWN_BUCKETS;
                }
            });

    private volatile long awayUntil = System.nanoTime();

    RateLimits(Redis redis, RateLimitConfig config, MeterRegistry metrics) {
        this.valkey = new ValkeyBuckets(redis).asAsync();
        this.times = Math.max(1, config.times());
        this.metrics = metrics;
    }

    /**
     * Takes one. Goes on on the context of the caller.
     *
     * @param whom as the limit counts: a room
     * @throws TooManyRequests if there is none left
     * @throws LimitUnknown if that cannot be said and the limit is one that closes then
     */
    public Uni<Void> take(RateLimit limit, String whom) {
        return spend(limit, whom).replaceWithVoid();
    }

    /** The same; with what is left, if that can be said. */
    Uni<Optional<Quota>> spend(RateLimit limit, String whom) {
        return ask(limit, whom)
                .map(Optional::of)
                .onFailure()
                .recoverWithUni(failure -> withoutValkey(limit, failure))
                .invoke(asked -> asked.filter(Quota::spent).ifPresent(quota -> {
                    count(ApiMetric.LIMITS_REFUSED, limit);
                    throw new TooManyRequests(quota);
                }));
    }

    private Uni<Quota> ask(RateLimit limit, String whom) {
        boolean closes = limit.closesWithoutValkey();
        if (!closes && awayUntil - System.nanoTime() > 0) {
            return Uni.createFrom().failure(Away::new);
        }
        Context context = Vertx.currentContext();
        Uni<Quota> answer = Uni.createFrom()
                .completionStage(() -> bucket(limit, whom).tryConsumeAndReturnRemaining(1))
                .ifNoItem()
                .after(closes ? LONG_PATIENCE : PATIENCE)
                .fail()
                .map(probe -> Quota.of(limit, limit.atOnce() * times, probe));
        return context == null ? answer : answer.emitOn(task -> context.runOnContext(ignored -> task.run()));
    }

    private Uni<Optional<Quota>> withoutValkey(RateLimit limit, Throwable failure) {
        if (!(failure instanceof Away)) {
            awayUntil = System.nanoTime() + AWAY_NANOS;
            LOG.warnf("rate limits cannot be asked for: %s", failure.getMessage());
        }
        if (limit.closesWithoutValkey()) {
            count(ApiMetric.LIMITS_UNKNOWN, limit);
            return Uni.createFrom().failure(LimitUnknown::new);
        }
        count(ApiMetric.LIMITS_UNCHECKED, limit);
        return Uni.createFrom().item(Optional.empty());
    }

    private AsyncBucketProxy bucket(RateLimit limit, String whom) {
        // With the factor, since a bucket keeps the size that it was made with.
        String key = "limit:" + limit.label() + ":" + times + ":" + whom;
        return buckets.computeIfAbsent(key, missing -> valkey.builder()
                .withOptimization(Optimizations.batching())
                .build(missing, () -> CompletableFuture.completedFuture(configuration(limit))));
    }

    private BucketConfiguration configuration(RateLimit limit) {
        return BucketConfiguration.builder()
                .addLimit(bandwidth -> bandwidth
                        .capacity(limit.atOnce() * times)
                        .refillGreedy(limit.perMinute() * times, Duration.ofMinutes(1)))
                .build();
    }

    private void count(ApiMetric what, RateLimit limit) {
        what.counter(metrics, limit.label()).increment();
    }

    /** Valkey did not answer a moment ago. */
    private static final class Away extends RuntimeException {
        Away() {
            super("away", null, false, false);
        }
    }
}
