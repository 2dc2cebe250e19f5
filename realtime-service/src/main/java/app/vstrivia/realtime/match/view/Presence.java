package app.vstrivia.realtime.match.view;

import app.vstrivia.model.gather.Gathering;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.sql.ConnectionSettings;
import app.vstrivia.realtime.match.view.PresenceStore.Speaker;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who is there: nobody waits for the answer of a player without a socket. A player may have several for a while. Comings
 * and goings are written in groups, one group after the other, so that they take effect in the order in which they came.
 */
@ApplicationScoped
public class Presence {
    private static final Gathering.Bounds BOUNDS = new Gathering.Bounds(5, 1_000, 1, 100_000);
    private static final Comparator<Speaker> BY_KEY =
            Comparator.comparing(Speaker::match).thenComparing(Speaker::player).thenComparing(Speaker::session);

    private final Pool pool;
    private final Gathering<Note, Void> notes;

    Presence(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.notes = new Gathering<>("comings and goings", BOUNDS, vertx, this::write, Presence::split);
    }

    /** The player is here, on that session. */
    public Uni<Void> arrived(MatchId match, PlayerId player, UUID session) {
        return notes.add(new Note(new Speaker(match, player, session), true));
    }

    /** That session has ended; the player may have another one. */
    public Uni<Void> gone(MatchId match, PlayerId player, UUID session) {
        return notes.add(new Note(new Speaker(match, player, session), false));
    }

    /**
     * No transaction: every statement can be repeated, and none holds rows for longer than it takes, whatever becomes of this
     * process.
     */
    private Uni<List<Void>> write(List<Note> group) {
        Set<Speaker> arrived = new HashSet<>();
        Set<Speaker> gone = new HashSet<>();
        for (Note note : group) {
            (note.here() ? arrived : gone).add(note.speaker());
        }
        arrived.removeAll(gone);
        List<Speaker> here = arrived.stream().sorted(BY_KEY).toList();
        Uni<Void> written = here.isEmpty() ? Uni.createFrom().voidItem() : PresenceStore.arrive(pool, here);
        return written.chain(() -> leave(gone)).replaceWith(Collections.nCopies(group.size(), null));
    }

    private Uni<Void> leave(Set<Speaker> gone) {
        return Multi.createFrom()
                .iterable(gone.stream()
                        .sorted(BY_KEY)
                        .collect(Collectors.groupingBy(Speaker::match, TreeMap::new, Collectors.toList()))
                        .entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        ofMatch -> PresenceStore.leave(pool, ofMatch.getKey(), ofMatch.getValue()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Rows that somebody holds would make each wait as long as all of them did. */
    private static List<List<Note>> split(List<Note> group, Throwable failure) {
        return ConnectionSettings.lockWaitTimedOut(failure) ? List.of() : Gathering.singly(group);
    }

    private record Note(Speaker speaker, boolean here) {}
}
