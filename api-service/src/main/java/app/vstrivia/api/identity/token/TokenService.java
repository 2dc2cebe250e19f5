package app.vstrivia.api.identity.token;

import app.vstrivia.api.identity.AuthenticatedDevice;
import app.vstrivia.api.identity.IdentityService;
import app.vstrivia.api.identity.Roles;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Issues access tokens. */
@ApplicationScoped
public class TokenService {
    /** The {@code iss} and the {@code aud} of every token. */
    static final String TRIVIA = "trivia";

    private final IdentityService identity;
    private final SigningKeys keys;
    private final Duration lifetime;

    TokenService(IdentityService identity, SigningKeys keys, TokenConfig config) {
        this.identity = identity;
        this.keys = keys;
        this.lifetime = config.lifetime();
    }

    /** Fails with {@code BadCredentials}. */
    public Uni<AccessToken> issue(UUID deviceId, String secret) {
        return identity.authenticate(deviceId, secret).map(this::issue);
    }

    private AccessToken issue(AuthenticatedDevice device) {
        SigningKey key = keys.current();
        String token = Jwt.issuer(TRIVIA)
                .audience(TRIVIA)
                .subject(device.playerId().toString())
                .groups(Set.of(Roles.PLAYER))
                .claim("device", device.deviceId().toString())
                .claim("name", device.name())
                .expiresIn(lifetime)
                .jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(key.id())
                .sign(key.privateKey());
        return new AccessToken(token, "Bearer", lifetime.toSeconds(), device.playerId());
    }

    /** The public keys as RFC 7517 writes a set of them. */
    public Map<String, List<Map<String, Object>>> keySet() {
        return Map.of("keys", keys.published().stream().map(SigningKey::toJwk).toList());
    }
}
