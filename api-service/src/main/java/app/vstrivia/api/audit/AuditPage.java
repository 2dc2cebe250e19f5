package app.vstrivia.api.audit;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Some of what was found.
 *
 * @param next the cursor of the page that follows; null if there is none
 */
public record AuditPage(
        List<AuditEvent> items, @Schema(nullable = true) String next) {
    /** @param found one more than {@code limit} if there is a next page */
    static AuditPage of(List<AuditEvent> found, int limit) {
        if (found.size() <= limit) {
            return new AuditPage(found, null);
        }
        List<AuditEvent> items = found.subList(0, limit);
        return new AuditPage(
                List.copyOf(items), AuditCursor.after(items.get(limit - 1)).text());
    }
}
