package app.vstrivia.api.identity.merge;

import app.vstrivia.model.id.PlayerId;
import java.time.Instant;

/**
 * What a merge would do, before it is done.
 *
 * @param token confirms it, once; shown only here
 * @param into the player who stays, under the name {@code name}
 */
public record MergeOffer(String token, Instant expiresAt, PlayerId into, String name, Moves moves) {
    /**
     * What that player gets.
     *
     * @param matches played or hosted
     * @param points of those matches
     * @param devices with access; beyond ten the ones not used for the longest time are signed out
     * @param matchesOfBoth which both were in; they stay as they are, with the guest as somebody else
     * @param quizzes that the guest owns or works on
     */
    public record Moves(long matches, long points, long devices, long identities, long matchesOfBoth, long quizzes) {}

    @Override
    public String toString() {
        return "MergeOffer[" + into + "]";
    }
}
