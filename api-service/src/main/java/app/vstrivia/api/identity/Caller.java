package app.vstrivia.api.identity;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.identity.TokenClaims;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who makes the present request, by its token. */
@RequestScoped
public class Caller {
    private final JsonWebToken token;

    Caller(JsonWebToken token) {
        this.token = token;
    }

    /** @throws UnknownPlayer if the token belongs to no device: an operator's */
    public UUID deviceId() {
        try {
            return UuidV7.parse(token.getClaim(TokenClaims.DEVICE));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new UnknownPlayer();
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
