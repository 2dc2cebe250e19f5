package app.vstrivia.model.identity;

import java.util.concurrent.TimeUnit;

/** What an access token says besides the registered claims of RFC 7519. */
public final class TokenClaims {
    /** The device that the token belongs to; an operator's token has none. */
    public static final String DEVICE = "device";

    /** When it was issued, in ms since 1970-01-01 UTC: {@code iat} has seconds, and a revocation may fall into one. */
    public static final String ISSUED = "issued";

    private TokenClaims() {}

    /**
     * When a token was issued, in ms since 1970-01-01 UTC.
     *
     * @param issued the claim {@link #ISSUED} as the library gives it, a number of some kind; null if there is none
     * @param iat the claim {@code iat}, in seconds
     */
    public static long issuedAt(Object issued, long iat) {
        try {
            return issued == null ? TimeUnit.SECONDS.toMillis(iat) : Long.parseLong(issued.toString());
        } catch (NumberFormatException e) {
            return TimeUnit.SECONDS.toMillis(iat);
        }
    }
}
