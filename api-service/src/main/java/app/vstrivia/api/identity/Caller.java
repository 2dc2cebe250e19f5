package app.vstrivia.api.identity;

import app.vstrivia.model.id.PlayerId;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who makes the present request, by its token. */
@RequestScoped
public class Caller {
    private final JsonWebToken token;

    Caller(JsonWebToken token) {
        this.token = token;
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
