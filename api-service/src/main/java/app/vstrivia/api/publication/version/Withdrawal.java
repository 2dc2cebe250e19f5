package app.vstrivia.api.publication.version;

import app.vstrivia.api.audit.Actor;
import java.util.UUID;

/**
 * Why nobody is shown a version any more, for good.
 *
 * @param takenDown whether somebody who moderates did not want it as a whole
 * @param refused the picture or video in it that moderation refused; null if it is taken down
 * @param reason in the moderator's words; null for none
 */
public record Withdrawal(Actor by, boolean takenDown, UUID refused, String reason) {
    private static final int LONGEST_REASON = 200;

    public Withdrawal {
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a reason has " + LONGEST_REASON + " characters at most");
        }
    }

    public static Withdrawal refused(UUID medium, Actor by) {
        return new Withdrawal(by, false, medium, null);
    }

    /** @param reason null or blank for none */
    public static Withdrawal takedown(String reason, Actor by) {
        return new Withdrawal(by, true, null, reason == null || reason.isBlank() ? null : reason.strip());
    }
}
