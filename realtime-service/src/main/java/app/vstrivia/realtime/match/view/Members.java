package app.vstrivia.realtime.match.view;

import app.vstrivia.model.id.PlayerId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who is known to play in a match. Whoever is put out or leaves is forgotten by an event: of the match's stream, or of the
 * player's own, which therefore has to be followed for as long as the player is known here. What was read before such an
 * event does not count after it.
 */
final class Members {
    private final Set<PlayerId> players = new HashSet<>();
    private final Map<PlayerId, Long> left = new HashMap<>();
    private long now;

    /** A moment to compare with what happens after it; to be taken before the question is asked. */
    synchronized long now() {
        return now;
    }

    synchronized boolean plays(PlayerId player) {
        return players.contains(player);
    }

    /** The player left, or was put out. */
    synchronized void leave(PlayerId player) {
        players.remove(player);
        left.put(player, ++now);
    }

    /** What is known of the player is not kept up to date any more. */
    synchronized void forget(PlayerId player) {
        players.remove(player);
    }

    synchronized boolean hasLeftSince(PlayerId player, long moment) {
        return left.getOrDefault(player, 0L) > moment;
    }

    /** Notes that somebody plays, by an answer to what was asked at {@code moment}; false if that was overtaken. */
    synchronized boolean admit(PlayerId player, long moment) {
        if (hasLeftSince(player, moment)) {
            return false;
        }
        players.add(player);
        return true;
    }
}
