package app.vstrivia.api.audit;

import app.vstrivia.api.platform.origin.Origin;
import app.vstrivia.model.id.PlayerId;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One act. It begins at {@link AuditLog#entry} and says more with each method, which gives a new one.
 *
 * @param actor who did it; null if that is nobody who is known
 * @param subject to whom or what, as {@code kind:id}; null if to nothing in particular
 * @param details what else there is to know, by name; never a secret
 */
public record AuditEntry(
        AuditAction action, PlayerId actor, String subject, Origin origin, Map<String, String> details) {
    private static final int LONGEST_DETAIL = 200;

    /** The same act, but of another kind. */
    public AuditEntry as(AuditAction other) {
        return new AuditEntry(other, actor, subject, origin, details);
    }

    /** {@code who} may be null. */
    public AuditEntry by(PlayerId who) {
        return new AuditEntry(action, who, subject, origin, details);
    }

    /** An operator is a detail, since there is no such player. */
    public AuditEntry by(Actor who) {
        AuditEntry entry = by(who.player());
        return who.operator() == null ? entry : entry.with("operator", who.operator());
    }

    public AuditEntry on(PlayerId player) {
        return new AuditEntry(action, actor, "player:" + player, origin, details);
    }

    public AuditEntry on(UUID device) {
        return new AuditEntry(action, actor, "device:" + device, origin, details);
    }

    /** What is longer than {@value #LONGEST_DETAIL} characters is cut. */
    public AuditEntry with(String name, Object value) {
        String text = String.valueOf(value);
        Map<String, String> more = new TreeMap<>(details);
        more.put(name, text.length() > LONGEST_DETAIL ? text.substring(0, LONGEST_DETAIL) : text);
        return new AuditEntry(action, actor, subject, origin, more);
    }
}
