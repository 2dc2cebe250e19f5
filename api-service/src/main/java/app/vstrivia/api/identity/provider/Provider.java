package app.vstrivia.api.identity.provider;

import app.vstrivia.api.identity.provider.IdTokenRefused.Reason;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Checks the tokens of one provider. */
final class Provider {
    /** In characters. */
    static final int LONGEST_TOKEN = 8_192;

    private static final String TYPE = "JWT";

    private final IdTokenRules rules;
    private final IssuerKeys keys;
    private final Clock clock;

    Provider(IdTokenRules rules, IssuerKeys keys, Clock clock) {
        this.rules = rules;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Whatever the token's header says where a key is to be found ({@code jwk}, {@code jku}, {@code x5c}, {@code x5u}) is not
     * looked at: the key is the provider's that has the {@code kid}. Fails with {@link IdTokenRefused} or {@link
     * ProviderUnavailable}.
     */
    Uni<VerifiedIdentity> verify(String idToken) {
        JsonWebSignature token = parse(idToken);
        String algorithm = header(token, "alg");
        if (algorithm == null || !rules.algorithms().contains(algorithm)) {
            throw new IdTokenRefused(Reason.ALGORITHM);
        }
        String keyId = header(token, "kid");
        if (keyId == null) {
            throw new IdTokenRefused(Reason.UNKNOWN_KEY);
        }
        return keys.find(keyId).map(key -> {
            if (!key.isFor(algorithm)) {
                throw new IdTokenRefused(Reason.ALGORITHM);
            }
            return rules.check(idToken, key, clock.instant());
        });
    }

    /** An access token that happens to be a JWT says so by another type (RFC 9068). */
    private static JsonWebSignature parse(String idToken) {
        JsonWebSignature token = new JsonWebSignature();
        try {
            if (idToken.length() > LONGEST_TOKEN) {
                throw new IdTokenRefused(Reason.MALFORMED);
            }
            token.setCompactSerialization(idToken);
        } catch (JoseException e) {
            throw new IdTokenRefused(Reason.MALFORMED);
        }
        String type = header(token, "typ");
        if (type != null && !type.equalsIgnoreCase(TYPE)) {
            throw new IdTokenRefused(Reason.MALFORMED);
        }
        return token;
    }

    /** The library takes each for a text, which whoever made the token may not. */
    private static String header(JsonWebSignature token, String name) {
        Object value = token.getHeaders().getObjectHeaderValue(name);
        if (value != null && !(value instanceof String)) {
            throw new IdTokenRefused(Reason.MALFORMED);
        }
        return (String) value;
    }
}
