package app.vstrivia.api.identity;

import app.vstrivia.api.audit.Actor;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.identity.TokenClaims;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who makes the present request, by its token. */
@RequestScoped
public class Caller {
    private final JsonWebToken token;
    private final SecurityIdentity identity;

    Caller(JsonWebToken token, SecurityIdentity identity) {
        this.token = token;
        this.identity = identity;
    }

    /** @throws UnknownPlayer if the token belongs to no device: an operator's */
    public UUID deviceId() {
        try {
            return UuidV7.parse(token.getClaim(TokenClaims.DEVICE));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new UnknownPlayer();
        }
    }

    public boolean is(String role) {
        return identity.hasRole(role);
    }

    /** Who is noted to have done what the request asks for. */
    public Actor actor() {
        String name = identity.getPrincipal().getName();
        try {
            return new Actor(PlayerId.parse(name), null);
        } catch (IllegalArgumentException e) {
            return new Actor(null, name);
        }
    }

    /** @throws UnknownPlayer if the token's subject is no player id */
    public PlayerId playerId() {
        try {
            return PlayerId.parse(token.getSubject());
        } catch (IllegalArgumentException e) {
            throw new UnknownPlayer();
        }
    }
}
