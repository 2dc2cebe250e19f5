package app.vstrivia.model.identity;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The revocations of the last hour, in memory; longer than an access token is good for. To be read again and again. */
@ApplicationScoped
public class KnownRevocations {
    /** Longer than any transaction takes, so that none is missed. */
    private static final int LOOK_BACK_S = 120;

    private static final int REMEMBERED_S = 3_600;

    /** A read that hangs must not be the last one. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Pool pool;
    private final Map<PlayerId, Set<Revocation>> known = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile boolean begun;
    private volatile long lookedAt;

    public KnownRevocations(Pool pool) {
        this.pool = pool;
    }

    /** Whether they were ever read: before that every token seems to be good. */
    public boolean begun() {
        return begun;
    }

    /** Whether a token was revoked; see {@link Revocation#concerns}. */
    public boolean concern(PlayerId player, String device, long issuedAt) {
        return find(player, device, issuedAt).isPresent();
    }

    /** What made a token void, if something did; one that is for good rather than one that is not. */
    public Optional<Revocation> find(PlayerId player, String device, long issuedAt) {
        return known.getOrDefault(player, Set.of()).stream()
                .filter(revocation -> revocation.concerns(player, device, issuedAt))
                .min(Comparator.comparing(Revocation::renewable));
    }

    /** Reads what there is; tells what is new. Nothing if it is being read already. */
    public Uni<List<Revocation>> look() {
        return Uni.createFrom()
                .deferred(() -> looking.compareAndSet(false, true)
                        ? read().onTermination().invoke(() -> looking.set(false))
                        : Uni.createFrom().item(List.of()));
    }

    private Uni<List<Revocation>> read() {
        long asked = System.nanoTime();
        return pool.preparedQuery("SELECT player_id, device, revoked_at, renewable FROM revocation"
                        + " WHERE revoked_at > NOW(6) - INTERVAL ? SECOND")
                .execute(Values.of(lookBack(asked)))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(rows -> {
                    List<Revocation> news = rows.stream()
                            .map(KnownRevocations::revocation)
                            .filter(this::isNews)
                            .toList();
                    forgetOld();
                    lookedAt = asked;
                    begun = true;
                    return news;
                });
    }

    /** In seconds; farther after a time without the database. */
    private int lookBack(long now) {
        return begun ? LOOK_BACK_S + (int) TimeUnit.NANOSECONDS.toSeconds(now - lookedAt) : REMEMBERED_S;
    }

    private static Revocation revocation(Row row) {
        return new Revocation(
                PlayerId.of(row.getBuffer(0)),
                row.getString(1),
                row.getLocalDateTime(2).toInstant(ZoneOffset.UTC).toEpochMilli(),
                row.getInteger(3) != 0);
    }

    private boolean isNews(Revocation revocation) {
        return known.computeIfAbsent(revocation.player(), player -> ConcurrentHashMap.newKeySet())
                .add(revocation);
    }

    private void forgetOld() {
        long before = System.currentTimeMillis() - TimeUnit.SECONDS.toMillis(REMEMBERED_S);
        known.values().forEach(revocations -> revocations.removeIf(revocation -> revocation.at() < before));
        known.values().removeIf(Set::isEmpty);
    }
}
