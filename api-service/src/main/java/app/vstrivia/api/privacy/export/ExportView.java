package app.vstrivia.api.privacy.export;

import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far it is.
 *
 * @param status {@code pending} or {@code ready}; the others are there when it is ready
 * @param madeAt what it tells is as of then
 * @param keptUntil when it is thrown away
 * @param url opens it for everybody who has the link, until {@code urlExpiresAt}
 */
public record ExportView(
        String status,
        @Schema(nullable = true) Instant madeAt,
        @Schema(nullable = true) Instant keptUntil,
        @Schema(nullable = true) URI url,
        @Schema(nullable = true) Instant urlExpiresAt) {
    static ExportView pending() {
        return new ExportView("pending", null, null, null, null);
    }

    public boolean ready() {
        return url != null;
    }

    @Override
    public String toString() {
        return "ExportView[" + status + "]";
    }
}
