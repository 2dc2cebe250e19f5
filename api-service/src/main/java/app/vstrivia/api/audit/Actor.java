package app.vstrivia.api.audit;

import app.vstrivia.model.id.PlayerId;

/**
 * Who does what an admin may do.
 *
 * @param player null for an operator, who signs a token without being a player
 * @param operator the subject of such a token; null for a player
 */
public record Actor(PlayerId player, String operator) {
    /** Who starts the service with settings that have something done. */
    public static final Actor START = new Actor(null, "start");

    /** What follows by itself from a moderator's decision. */
    public static final Actor MODERATION = new Actor(null, "moderation");
}
