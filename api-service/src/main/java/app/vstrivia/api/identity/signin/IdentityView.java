package app.vstrivia.api.identity.signin;

import java.time.Instant;
import java.util.UUID;

/** An identity as its player sees it. */
public record IdentityView(UUID identityId, String provider, Instant linkedAt) {}
