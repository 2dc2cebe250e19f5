package app.vstrivia.api.platform.ratelimit;

import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps buckets in Valkey over the service's own client, whose settings and connections hold for them, too: bucket4j's modules
 * bring clients of their own. A bucket goes when it would be full again.
 */
final class ValkeyBuckets extends AbstractCompareAndSwapBasedProxyManager<String> {
    private static final String SWAP = "if redis.call('get', KEYS[1]) == ARGV[1] then"
            + " redis.call('set', KEYS[1], ARGV[2], 'px', ARGV[3]) return 1 else return 0 end";
    private static final ExpirationAfterWriteStrategy EXPIRY =
            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(10));

    private final Redis redis;

    ValkeyBuckets(Redis redis) {
        super(ClientSideConfig.getDefault());
        this.redis = redis;
    }

    @Override
    protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String key) {
        return new AsyncCompareAndSwapOperation() {
            @Override
            public CompletableFuture<Optional<byte[]>> getStateData(Optional<Long> timeoutNanos) {
                return send(Request.cmd(Command.GET).arg(key))
                        .thenApply(found -> Optional.ofNullable(found).map(Response::toBytes));
            }

            @Override
            public CompletableFuture<Boolean> compareAndSwap(
                    byte[] before, byte[] after, RemoteBucketState state, Optional<Long> timeoutNanos) {
                return swap(key, before, after, EXPIRY.calculateTimeToLiveMillis(state, currentTimeNanos()));
            }
        };
    }

    private CompletableFuture<Boolean> swap(String key, byte[] before, byte[] after, long lifetimeMs) {
        if (before == null) {
            return send(Request.cmd(Command.SET)
                            .arg(key)
                            .arg(after)
                            .arg("PX")
                            .arg(lifetimeMs)
                            .arg("NX"))
                    .thenApply(done -> done != null);
        }
        return send(Request.cmd(Command.EVAL)
                        .arg(SWAP)
                        .arg(1)
                        .arg(key)
                        .arg(before)
                        .arg(after)
                        .arg(lifetimeMs))
                .thenApply(done -> done.toInteger() == 1);
    }

    private CompletableFuture<Response> send(Request request) {
        return redis.send(request).subscribeAsCompletionStage();
    }

    @Override
    public boolean isAsyncModeSupported() {
        return true;
    }

    @Override
    public boolean isExpireAfterWriteSupported() {
        return true;
    }

    @Override
    protected CompletableFuture<Void> removeAsync(String key) {
        return send(Request.cmd(Command.DEL).arg(key)).thenAccept(done -> {});
    }

    @Override
    protected CompareAndSwapOperation beginCompareAndSwapOperation(String key) {
        throw new UnsupportedOperationException("nobody waits for Valkey on a thread");
    }

    @Override
    public void removeProxy(String key) {
        throw new UnsupportedOperationException("nobody waits for Valkey on a thread");
    }
}
