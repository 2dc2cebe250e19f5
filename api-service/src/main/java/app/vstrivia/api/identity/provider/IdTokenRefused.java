package app.vstrivia.api.identity.provider;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** The ID token is not good, and the answer does not tell why: 401 {@code id-token-refused}. */
public final class IdTokenRefused extends ApiProblem {
    private final Reason reason;

    public IdTokenRefused(Reason reason) {
        super(
                Status.UNAUTHORIZED,
                "id-token-refused",
                "The ID token is not good here. Ask your provider for a new one.");
        this.reason = reason;
    }

    /** For those who run the service. */
    public Reason reason() {
        return reason;
    }

    /** What is wrong with it. */
    public enum Reason {
        /** It is no signed JWT, or a claim is missing or of another type than it should be. */
        MALFORMED,
        /** Its algorithm is not on the provider's list. */
        ALGORITHM,
        /** The provider has no such key. */
        UNKNOWN_KEY,
        SIGNATURE,
        ISSUER,
        /** It is for others, or for others, too. */
        AUDIENCE,
        /** It was given to another client ({@code azp}). */
        AUTHORIZED_PARTY,
        EXPIRED,
        /** It is good, or was made, later than now. */
        NOT_YET_VALID,
        /** It has none, or one that we did not give, or that was used or has expired. */
        NONCE
    }
}
