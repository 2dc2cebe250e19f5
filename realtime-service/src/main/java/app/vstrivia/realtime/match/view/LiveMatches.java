package app.vstrivia.realtime.match.view;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.realtime.match.clock.EarlySeal;
import app.vstrivia.realtime.match.clock.MatchClock;
import app.vstrivia.realtime.stream.StreamHub;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The matches that this replica serves. */
@ApplicationScoped
public class LiveMatches {
    private final Map<MatchId, LiveMatch> matches = new ConcurrentHashMap<>();
    private final Pool pool;
    private final StreamHub hub;
    private final MatchClock clock;
    private final EarlySeal earlySeal;
    private final OwnResults results;

    LiveMatches(Pool pool, StreamHub hub, MatchClock clock, EarlySeal earlySeal, OwnResults results) {
        this.pool = pool;
        this.hub = hub;
        this.clock = clock;
        this.earlySeal = earlySeal;
        this.results = results;
    }

    public Optional<LiveMatch> served(MatchId match) {
        return Optional.ofNullable(matches.get(match));
    }

    /**
     * A match as {@code reader} may see it, with the seq of its stream, in one consistent read. From then on it is served
     * here, until {@link #release}.
     *
     * @return null if there is no such match or the reader has no part in it
     */
    public Uni<Seen> see(MatchId match, PlayerId reader) {
        return SnapshotStore.load(pool, match, reader)
                .map(loaded -> loaded == null ? null : new Seen(serve(loaded), loaded));
    }

    private LiveMatch serve(LoadedMatch loaded) {
        return matches.compute(loaded.snapshot().match(), (id, known) -> {
            if (known != null && hub.serves(known.stream())) {
                known.notice(loaded);
                return known.hold();
            }
            LiveMatch live = new LiveMatch(loaded.snapshot(), clock, earlySeal, results);
            clock.serve(id);
            live.follow(hub.open(loaded.head(), live));
            clock.schedule(id, loaded.phaseEndsAt());
            return live.hold();
        });
    }

    /** Undoes one {@link #see}; the last one ends the serving. */
    public void release(LiveMatch match) {
        matches.computeIfPresent(match.id(), (id, served) -> {
            if (served != match || !served.letGo()) {
                return served;
            }
            hub.release(match.stream());
            clock.stopServing(id);
            return null;
        });
    }

    /** A match that is served now, and what its reader sees first. */
    public record Seen(LiveMatch live, LoadedMatch loaded) {}
}
