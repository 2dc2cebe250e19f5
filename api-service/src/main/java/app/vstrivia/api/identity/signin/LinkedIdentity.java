package app.vstrivia.api.identity.signin;

import app.vstrivia.model.id.PlayerId;
import java.time.Instant;
import java.util.UUID;

/** An identity and whose it is. */
record LinkedIdentity(UUID id, String provider, PlayerId player, Instant linkedAt) {

    IdentityView toView() {
        return new IdentityView(id, provider, linkedAt);
    }
}
