package app.vstrivia.api.identity.token;

import app.vstrivia.api.identity.AuthenticatedDevice;
import app.vstrivia.api.identity.IdentityService;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.identity.Secret;
import app.vstrivia.model.identity.TokenClaims;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Issues tokens. */
@ApplicationScoped
public class TokenService {
    /** The {@code iss} and the {@code aud} of every token. */
    static final String TRIVIA = "trivia";

    private final IdentityService identity;
    private final SigningKeys keys;
    private final RefreshTokens refreshTokens;
    private final Duration lifetime;

    TokenService(IdentityService identity, SigningKeys keys, RefreshTokens refreshTokens, TokenConfig config) {
        this.identity = identity;
        this.refreshTokens = refreshTokens;
        this.keys = keys;
        this.lifetime = config.lifetime();
    }

    /** The first tokens, for a device's secret. Fails with {@code BadCredentials}. */
    public Uni<Tokens> issue(UUID deviceId, String secret) {
        return identity.authenticate(deviceId, secret)
                .chain(device -> refreshTokens.begin(device).map(refreshToken -> tokens(device, refreshToken)));
    }

    /** The next tokens, for a refresh token, which is good once. Fails with {@link RefreshTokenRefused}. */
    public Uni<Tokens> renew(String refreshToken) {
        return refreshTokens
                .renew(Secret.given(refreshToken))
                .map(renewed -> tokens(renewed.device(), renewed.token()));
    }

    private Tokens tokens(AuthenticatedDevice device, Secret refreshToken) {
        return new Tokens(
                accessToken(device),
                "Bearer",
                lifetime.toSeconds(),
                refreshToken.reveal(),
                refreshTokens.lifetime().toSeconds(),
                device.playerId());
    }

    private String accessToken(AuthenticatedDevice device) {
        SigningKey key = keys.current();
        return Jwt.issuer(TRIVIA)
                .audience(TRIVIA)
                .subject(device.playerId().toString())
                .groups(Set.of(Roles.PLAYER))
                .claim(TokenClaims.DEVICE, device.deviceId().toString())
                .claim(TokenClaims.ISSUED, System.currentTimeMillis())
                .claim("name", device.name())
                .expiresIn(lifetime)
                .jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(key.id())
                .sign(key.privateKey());
    }

    /** The public keys as RFC 7517 writes a set of them. */
    public Map<String, List<Map<String, Object>>> keySet() {
        return Map.of("keys", keys.published().stream().map(SigningKey::toJwk).toList());
    }
}
