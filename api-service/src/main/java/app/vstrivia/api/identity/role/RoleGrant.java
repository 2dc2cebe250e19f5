package app.vstrivia.api.identity.role;

import app.vstrivia.model.id.PlayerId;
import java.time.Instant;

/** @param grantedBy null for the first admin, whom nobody made one */
public record RoleGrant(String role, PlayerId grantedBy, Instant grantedAt) {}
