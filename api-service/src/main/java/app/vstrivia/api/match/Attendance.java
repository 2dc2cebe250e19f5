package app.vstrivia.api.match;

import app.vstrivia.api.match.Change.Outcome;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.Crowd;
import app.vstrivia.model.match.MatchPhase;
import app.vstrivia.model.protocol.EventBody;
import app.vstrivia.model.protocol.MatchEvent;
import app.vstrivia.model.protocol.PlayerEvent;
import app.vstrivia.model.stream.NewEvent;
import app.vstrivia.model.stream.StreamId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is in a match while its row is locked: takes changes one after another, as if each were alone, and gathers what
 * there is to write and to tell for all of them.
 */
final class Attendance {
    private final MatchState match;
    private final Map<PlayerId, PlayerStatus> statuses;
    private final Set<PlayerId> known;
    private final Map<PlayerId, Entrant> entered = new LinkedHashMap<>();
    private final Set<PlayerId> left = new LinkedHashSet<>();
    private final List<NewEvent> events = new ArrayList<>();
    private int players;

    /**
     * @param statuses of all whom changes are going to name; none for strangers
     * @param known those who want to come and are players
     * @param players how many are in it
     */
    Attendance(MatchState match, Map<PlayerId, PlayerStatus> statuses, Set<PlayerId> known, int players) {
        this.match = match;
        this.statuses = new HashMap<>(statuses);
        this.known = known;
        this.players = players;
    }

    Outcome take(Change change) {
        boolean known = statuses.containsKey(change.player());
        if (change instanceof Change.Join) {
            return new Outcome(join((Change.Join) change), known);
        }
        leave(change.player());
        return new Outcome(null, known);
    }

    private Admission join(Change.Join join) {
        PlayerStatus status = statuses.get(join.player());
        if (match.phase() == MatchPhase.FINISHED) {
            return Admission.OVER;
        }
        if (!known.contains(join.player())) {
            return Admission.NOBODY;
        }
        if (status == PlayerStatus.KICKED) {
            return Admission.KICKED;
        }
        if (status == PlayerStatus.ACTIVE) {
            return Admission.IN;
        }
        if (players >= join.capacity()) {
            return Admission.FULL;
        }
        players++;
        statuses.put(join.player(), PlayerStatus.ACTIVE);
        left.remove(join.player());
        entered.put(join.player(), join.entrant());
        if (players <= Crowd.TOLD_ONE_BY_ONE) {
            Entrant who = join.entrant();
            tell(new MatchEvent.PlayerJoined(
                    new MatchEvent.PlayerJoined.Player(who.id(), who.name(), who.isBot()), players));
        }
        return Admission.IN;
    }

    private void leave(PlayerId player) {
        if (statuses.get(player) != PlayerStatus.ACTIVE || match.phase() == MatchPhase.FINISHED) {
            return;
        }
        boolean many = players > Crowd.TOLD_ONE_BY_ONE;
        players--;
        statuses.put(player, PlayerStatus.LEFT);
        left.add(player);
        if (many) {
            events.add(new NewEvent(StreamId.of(player), new PlayerEvent.MatchLeft(match.id())));
        } else {
            tell(new MatchEvent.PlayerLeft(player, MatchEvent.PlayerLeft.Why.LEFT, players));
        }
    }

    private void tell(EventBody body) {
        events.add(new NewEvent(StreamId.of(match.id()), body));
    }

    /** Those who came; to be written before {@link #left}, for some of them have left again. */
    List<Entrant> entered() {
        return List.copyOf(entered.values());
    }

    /** Those who left and are not in it now. */
    Set<PlayerId> left() {
        return left;
    }

    List<NewEvent> events() {
        return events;
    }
}
