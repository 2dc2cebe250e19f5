package app.vstrivia.api.identity.token;

import app.vstrivia.api.audit.AuditAction;
import app.vstrivia.api.audit.AuditEntry;
import app.vstrivia.api.audit.AuditLog;
import app.vstrivia.api.identity.AuthenticatedDevice;
import app.vstrivia.api.identity.BadCredentials;
import app.vstrivia.api.identity.Departures;
import app.vstrivia.api.identity.IdentityService;
import app.vstrivia.api.identity.PlayerPutOut;
import app.vstrivia.api.identity.login.Login;
import app.vstrivia.api.identity.login.Logins;
import app.vstrivia.api.identity.role.Authority;
import app.vstrivia.api.identity.role.RoleService;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.model.identity.TokenClaims;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    private final RoleService roles;
    private final Departures departures;
    private final AuditLog audit;
    private final Duration lifetime;

    TokenService(
            IdentityService identity,
            Transactions transactions,
            SigningKeys keys,
            RefreshTokens refreshTokens,
            TokenBounds bounds,
            RoleService roles,
            Departures departures,
            AuditLog audit,
            TokenConfig config) {
        this.identity = identity;
        this.transactions = transactions;
        this.keys = keys;
        this.refreshTokens = refreshTokens;
        this.bounds = bounds;
        this.roles = roles;
        this.departures = departures;
        this.audit = audit;
        this.lifetime = config.lifetime();
    }

    /** The first tokens, for a device's secret. Fails with {@link BadCredentials} or {@link PlayerPutOut}. */
    public Uni<Tokens> issue(UUID deviceId, String secret) {
        AuditEntry entry = audit.entry(AuditAction.SIGN_IN).on(deviceId);
        return transactions
                .run(transaction -> identity.authenticate(transaction, deviceId, secret)
                        .call(device -> Logins.add(
                                transaction,
                                new Login(device.playerId(), deviceId, Login.DEVICE_SECRET, entry.origin())))
                        .chain(device -> refreshTokens.begin(transaction, device)))
                .onFailure(BadCredentials.class)
                .call(() -> audit.add(entry.as(AuditAction.SIGN_IN_REFUSED)))
                .onFailure(PlayerPutOut.class)
                .call(() -> audit.add(entry.as(AuditAction.SIGN_IN_REFUSED).with("reason", "put-out")))
                .call(granted -> audit.add(entry.by(granted.device().playerId())))
                .chain(this::first);
    }

    /** The first tokens, for a device that has proved itself in another way. Fails with {@code BadCredentials}. */
    public Uni<Tokens> begin(UUID deviceId) {
        return transactions
                .run(transaction -> identity.requireAccess(transaction, deviceId)
                        .chain(device -> refreshTokens.begin(transaction, device)))
                .chain(this::first);
    }

    /** Who was about to leave and signs in stays. */
    private Uni<Tokens> first(RefreshTokens.Granted granted) {
        AuthenticatedDevice device = granted.device();
        Uni<Void> staying = device.leaving()
                ? departures.cancel(device.playerId())
                : Uni.createFrom().voidItem();
        return staying.chain(() -> tokens(granted));
    }

    /** The next tokens, for a refresh token, which is good once. Fails with {@link RefreshTokenRefused}. */
    public Uni<Tokens> renew(String refreshToken) {
        return refreshTokens.renew(refreshToken).chain(this::tokens);
    }

    /** The roles are read after the moment that the token names: a change of them in between makes it void. */
    private Uni<Tokens> tokens(RefreshTokens.Granted granted) {
        AuthenticatedDevice device = granted.device();
        return roles.authority(device.playerId())
                .map(authority -> new Tokens(
                        accessToken(device, authority),
                        "Bearer",
                        lifetime.toSeconds(),
                        granted.token().reveal(),
                        Duration.between(device.at(), granted.expiresAt()).toSeconds(),
                        device.playerId()));
    }

    /** {@code iat} and {@code exp} are for clocks of services, {@code issued} is compared with moments of the database. */
    private String accessToken(AuthenticatedDevice device, Authority authority) {
        SigningKey key = keys.current();
        return Jwt.issuer(TRIVIA)
                .audience(TRIVIA)
                .subject(device.playerId().toString())
                .groups(authority.groups())
                .claim(TokenClaims.DEVICE, device.deviceId().toString())
                .claim(TokenClaims.ISSUED, device.at().toEpochMilli())
                .claim("name", authority.name())
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
