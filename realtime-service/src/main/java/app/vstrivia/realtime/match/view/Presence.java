package app.vstrivia.realtime.match.view;

import app.vstrivia.model.gather.Gathering;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.realtime.match.view.PresenceStore.Speaker;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who is there: nobody waits for the answer of a player without a socket. The newest socket speaks for a player. Comings
 * and goings are written in groups, one group after the other, so that they take effect in the order in which they came.
 */
@ApplicationScoped
public class Presence {
    private static final Gathering.Bounds BOUNDS = new Gathering.Bounds(5, 1_000, 1, 100_000);
    private static final Comparator<Speaker> BY_KEY =
            Comparator.comparing(Speaker::match).thenComparing(Speaker::player);

    private final Pool pool;
    private final Gathering<Note, Void> notes;

    Presence(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.notes = new Gathering<>("comings and goings", BOUNDS, vertx, this::write);
    }

    /** The player is here, on that session. */
    public Uni<Void> arrived(MatchId match, PlayerId player, UUID session) {
        return notes.add(new Note(new Speaker(match, player, session), true));
    }

    /** That session has ended; if a newer one speaks for the player, nothing changes. */
    public Uni<Void> gone(MatchId match, PlayerId player, UUID session) {
        return notes.add(new Note(new Speaker(match, player, session), false));
    }

    private Uni<List<Void>> write(List<Note> group) {
        Map<List<Object>, Speaker> newest = new HashMap<>();
        Set<Speaker> gone = new HashSet<>();
        for (Note note : group) {
            Speaker speaker = note.speaker();
            if (note.here()) {
                newest.put(List.of(speaker.match(), speaker.player()), speaker);
                gone.remove(speaker);
            } else {
                gone.add(speaker);
            }
        }
        List<Speaker> arrived = newest.values().stream().sorted(BY_KEY).toList();
        return pool.withTransaction(transaction -> arrive(transaction, arrived).chain(() -> leave(transaction, gone)))
                .replaceWith(Collections.nCopies(group.size(), null));
    }

    private static Uni<Void> arrive(SqlConnection transaction, List<Speaker> arrived) {
        return arrived.isEmpty() ? Uni.createFrom().voidItem() : PresenceStore.arrive(transaction, arrived);
    }

    private static Uni<Void> leave(SqlConnection transaction, Set<Speaker> gone) {
        return Multi.createFrom()
                .iterable(gone.stream()
                        .sorted(BY_KEY)
                        .collect(Collectors.groupingBy(Speaker::match, TreeMap::new, Collectors.toList()))
                        .entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        ofMatch -> PresenceStore.leave(transaction, ofMatch.getKey(), ofMatch.getValue()))
                .collect()
                .last();
    }

    private record Note(Speaker speaker, boolean here) {}
}
