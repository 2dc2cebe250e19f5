package app.vstrivia.api.identity.token;

import app.vstrivia.api.identity.AuthenticatedDevice;
import app.vstrivia.api.identity.IdentityService;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.platform.transaction.Transactions;
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
    private final Transactions transactions;
    private final SigningKeys keys;
    private final RefreshTokens refreshTokens;
    private final TokenBounds bounds;
    private final Duration lifetime;

    TokenService(
            IdentityService identity,
            Transactions transactions,
            SigningKeys keys,
            RefreshTokens refreshTokens,
            TokenBounds bounds,
            TokenConfig config) {
        this.identity = identity;
        this.transactions = transactions;
        this.keys = keys;
        this.refreshTokens = refreshTokens;
        this.bounds = bounds;
        this.lifetime = config.lifetime();
    }

    /** The first tokens, for a device's secret. Fails with {@code BadCredentials}. */
    public Uni<Tokens> issue(UUID deviceId, String secret) {
        return transactions
                .run(transaction -> identity.authenticate(transaction, deviceId, secret)
                        .chain(device -> refreshTokens.begin(transaction, device)))
                .map(this::tokens);
    }

    /** The next tokens, for a refresh token, which is good once. Fails with {@link RefreshTokenRefused}. */
    public Uni<Tokens> renew(String refreshToken) {
        return refreshTokens.renew(refreshToken).map(this::tokens);
    }

    private Tokens tokens(RefreshTokens.Granted granted) {
        AuthenticatedDevice device = granted.device();
        return new Tokens(
                accessToken(device),
                "Bearer",
                lifetime.toSeconds(),
                granted.token().reveal(),
                Duration.between(device.at(), granted.expiresAt()).toSeconds(),
                device.playerId());
    }

    /** {@code iat} and {@code exp} are for clocks of services, {@code issued} is compared with moments of the database. */
    private String accessToken(AuthenticatedDevice device) {
        SigningKey key = keys.current();
        return Jwt.issuer(TRIVIA)
                .audience(TRIVIA)
                .subject(device.playerId().toString())
                .groups(Set.of(Roles.PLAYER))
                .claim(TokenClaims.DEVICE, device.deviceId().toString())
                .claim(TokenClaims.ISSUED, device.at().toEpochMilli())
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

    /** How long the key set may be kept. */
    public Duration keySetMaxAge() {
        return bounds.keySetMaxAge();
    }
}
