package app.vstrivia.api.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that is noted. The names are kept for years: none is ever changed. */
public enum AuditAction {
    /** A device traded its secret for tokens. */
    SIGN_IN,
    /** Somebody tried to: for a device, with a secret that is not right, or with an ID token that is not good here. */
    SIGN_IN_REFUSED,
    /** A refresh token was used a second time; its device has no access any more. */
    REFRESH_TOKEN_REUSED,
    /** A player's code let one more device in. */
    DEVICE_LINKED,
    /** A player took a device's access, or it went because there were too many ({@code reason}). */
    DEVICE_REVOKED,
    /** A device has another secret. */
    SECRET_REPLACED,
    /** Somebody may sign in with an identity of a provider from now on, or no longer. */
    IDENTITY_LINKED,
    IDENTITY_UNLINKED,
    /** A player tried to link one and was refused; {@code reason} tells why. */
    IDENTITY_LINK_REFUSED,
    /** A guest became part of another player. */
    PLAYERS_MERGED,
    /** A player asked to be erased. */
    ERASURE_REQUESTED,
    /** An admin put a player out. */
    PLAYER_REVOKED,
    ROLE_GRANTED,
    /** By an admin, or with what else was done to the player ({@code reason}). */
    ROLE_TAKEN,
    /** A code for the first admin was given out. */
    ADMIN_CLAIM_ISSUED,
    /** Somebody became the first admin with such a code. */
    ADMIN_CLAIMED,
    ADMIN_CLAIM_REFUSED,
    /** A job that had failed for good is tried again. */
    JOB_REPEATED,
    /** A job that had failed for good is given up. */
    JOB_DELETED,
    /** An import of questions ended, or broke off. */
    QUESTIONS_IMPORTED,
    /** Somebody took questions out, with their answers. */
    QUESTIONS_EXPORTED,
    /** A question was approved, retired, or sent back. */
    QUESTION_STATUS_CHANGED,
    /** A question was corrected. */
    QUESTION_CORRECTED,
    /** A question got another picture or video, or has none any more. */
    QUESTION_MEDIA_CHANGED,
    /** Somebody has seen to what players reported of a question. */
    QUESTION_REPORTS_SETTLED,
    /** A quiz became a version that everybody sees; or nobody sees one any more; or everybody sees an earlier one. */
    QUIZ_PUBLISHED,
    QUIZ_UNPUBLISHED,
    QUIZ_ROLLED_BACK,
    /** A moderator approved or refused something. */
    REVIEW_DECIDED,
    WEBHOOK_CREATED,
    WEBHOOK_CHANGED,
    WEBHOOK_SECRET_REPLACED,
    WEBHOOK_DELETED,
    /** Nothing is sent to a webhook any more, as it said itself or since nothing arrived ({@code reason}). */
    WEBHOOK_DISABLED;

    /** As it is stored and shown: {@code role-granted}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<AuditAction> of(String wire) {
        return Stream.of(values()).filter(action -> action.wire().equals(wire)).findFirst();
    }
}
