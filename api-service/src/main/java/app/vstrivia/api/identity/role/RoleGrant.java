package app.vstrivia.api.identity.role;

import app.vstrivia.model.id.PlayerId;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param grantedBy null for the first admin, whom nobody made one */
public record RoleGrant(
        String role, @Schema(nullable = true) PlayerId grantedBy, Instant grantedAt) {}
