package app.vstrivia.realtime.match.view;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.protocol.MatchSnapshot.Role;
import app.vstrivia.model.protocol.ServerMessage.Result;
import app.vstrivia.model.protocol.ServerMessage.Snapshot;
import app.vstrivia.realtime.match.clock.EarlySeal;
import app.vstrivia.realtime.match.clock.MatchClock;
import app.vstrivia.realtime.stream.StreamHub;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * The matches that this replica serves, and who may read them. What is in memory is asked for in memory; what is not is
 * read once for all who ask at the same time.
 */
@ApplicationScoped
public class LiveMatches {
    private static final int ATTEMPTS = 8;

    private final Map<MatchId, LiveMatch> matches = new ConcurrentHashMap<>();
    private final Map<MatchId, Uni<SharedView>> loading = new ConcurrentHashMap<>();
    /** Where somebody is, or was, known for a player. */
    private final Map<PlayerId, Set<MatchId>> memberships = new ConcurrentHashMap<>();

    private final Pool pool;
    private final StreamHub hub;
    private final MatchClock clock;
    private final EarlySeal earlySeal;
    private final OwnResults results;
    private final OwnParts parts;

    LiveMatches(Pool pool, StreamHub hub, MatchClock clock, EarlySeal earlySeal, OwnResults results, OwnParts parts) {
        this.pool = pool;
        this.hub = hub;
        this.clock = clock;
        this.earlySeal = earlySeal;
        this.results = results;
        this.parts = parts;
    }

    /** All that are served. */
    Collection<LiveMatch> all() {
        return matches.values();
    }

    Optional<LiveMatch> served(MatchId match) {
        return Optional.ofNullable(matches.get(match));
    }

    /**
     * Lets a reader in. From then on the match is served here, until {@link #release}.
     *
     * @param followed whether the reader's own stream is followed here, which tells when the reader leaves
     * @return null if there is no such match or the reader has no part in it
     */
    public Uni<Entry> enter(MatchId match, PlayerId reader, BooleanSupplier followed) {
        LiveMatch served = holdServed(match);
        if (served == null) {
            return parts.read(match, reader)
                    .chain(own -> own.role() == null
                            ? Uni.createFrom().nullItem()
                            // Asked again: who was put out before the match was served here would not be noticed.
                            : serve(match)
                                    .chain(live -> live == null
                                            ? Uni.createFrom().nullItem()
                                            : admit(live, reader, followed)));
        }
        long moment = served.now();
        return served.members().plays(reader)
                ? Uni.createFrom().item(new Entry(served, Role.PLAYER, moment))
                : admit(served, reader, followed);
    }

    /** Gives the match back where there is no entry. */
    private Uni<Entry> admit(LiveMatch live, PlayerId reader, BooleanSupplier followed) {
        long moment = live.now();
        return parts.read(live.id(), reader)
                .map(own -> entry(live, reader, own, moment, followed))
                .onItemOrFailure()
                .invoke((entry, failure) -> {
                    if (entry == null) {
                        release(live);
                    }
                });
    }

    /** A host's part is asked for each time: nothing would tell that the host has come to play. */
    private Entry entry(LiveMatch live, PlayerId reader, OwnPart own, long moment, BooleanSupplier followed) {
        if (own.role() == Role.PLAYER && followed.getAsBoolean()) {
            memberships
                    .computeIfAbsent(reader, player -> ConcurrentHashMap.newKeySet())
                    .add(live.id());
            live.members().admit(reader, moment);
        }
        return own.role() == null ? null : new Entry(live, own.role(), moment);
    }

    private LiveMatch holdServed(MatchId match) {
        AtomicReference<LiveMatch> held = new AtomicReference<>();
        matches.computeIfPresent(match, (id, live) -> {
            if (hub.serves(live.stream())) {
                held.set(live.hold());
            }
            return live;
        });
        return held.get();
    }

    private Uni<LiveMatch> serve(MatchId match) {
        Uni<SharedView> load = loading.computeIfAbsent(match, id -> SharedViewStore.load(pool, id)
                .onTermination()
                .invoke(() -> loading.remove(id))
                .memoize()
                .indefinitely());
        return load.map(view -> view == null ? null : serve(view));
    }

    private LiveMatch serve(SharedView view) {
        return matches.compute(view.snapshot().match(), (id, known) -> {
            if (known != null && hub.serves(known.stream())) {
                return known.hold();
            }
            LiveMatch live = new LiveMatch(view, clock, earlySeal, results);
            clock.serve(id);
            live.follow(hub.open(view.head(), live));
            clock.schedule(id, view.phaseEndsAt());
            return live.hold();
        });
    }

    /**
     * What a reader sees first: the match and the reader's own part as of one position in its stream.
     *
     * @return null if there is no such match any more or the reader has no part in it
     */
    public Uni<Start> start(LiveMatch live, PlayerId reader) {
        return start(live, reader, ATTEMPTS);
    }

    private Uni<Start> start(LiveMatch live, PlayerId reader, int attempts) {
        return parts.read(live.id(), reader)
                .chain(own -> own.role() == null
                        ? Uni.createFrom().nullItem()
                        : live.view(own.head(), id -> SharedViewStore.load(pool, id))
                                .chain(view -> together(live, reader, own, view, attempts)));
    }

    private Uni<Start> together(LiveMatch live, PlayerId reader, OwnPart own, SharedView view, int attempts) {
        if (view == null || view.head().equals(own.head())) {
            return Uni.createFrom().item(view == null ? null : Start.of(view, own));
        }
        if (attempts == 1) {
            throw new IllegalStateException("the match moves faster than it can be read");
        }
        return start(live, reader, attempts - 1);
    }

    /**
     * The own result of the last reveal, for a reader who has everything up to {@code from} and may have missed it; null
     * if none is due. From memory where it is.
     */
    public Uni<Result> resultAgain(LiveMatch live, PlayerId reader, long from) {
        if (!live.lastReveal().mayLackResult(from) || live.lastReveal().awaitsResults()) {
            return Uni.createFrom().nullItem();
        }
        Optional<Result> kept = live.lastReveal().results().flatMap(results -> results.of(reader));
        if (kept.isPresent() || !live.lastReveal().isShown()) {
            return Uni.createFrom().item(kept.orElse(null));
        }
        return start(live, reader).map(start -> start == null ? null : start.result());
    }

    /** The player left a match, as the player's own stream says; the player's readers are told by the caller. */
    void left(MatchId match, PlayerId player) {
        served(match).ifPresent(live -> {
            live.members().leave(player);
            live.doNotWait();
        });
    }

    /** The player's own stream is not followed any more. */
    void forget(PlayerId player) {
        Set<MatchId> known = memberships.remove(player);
        if (known != null) {
            known.forEach(
                    match -> served(match).ifPresent(live -> live.members().forget(player)));
        }
    }

    /** Undoes one {@link #enter}; the last one ends the serving. */
    public void release(LiveMatch match) {
        matches.compute(match.id(), (id, served) -> {
            if (!match.letGo() || served != match) {
                return served;
            }
            hub.release(match.stream());
            clock.stopServing(id);
            return null;
        });
    }

    /**
     * A reader who was let in.
     *
     * @param moment of {@link LiveMatch#now}, since when it is not known whether the reader left
     */
    public record Entry(LiveMatch live, Role role, long moment) {}

    /** @param result what the round that is shown brought to the reader; null if none is shown */
    public record Start(Snapshot snapshot, Result result) {
        static Start of(SharedView view, OwnPart own) {
            Snapshot snapshot = new Snapshot(
                    view.head().stream(), view.head().epoch(), view.head().seq(), view.with(own));
            return new Start(snapshot, view.result(own).orElse(null));
        }
    }
}
