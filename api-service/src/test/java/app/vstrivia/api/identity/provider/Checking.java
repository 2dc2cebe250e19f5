package app.vstrivia.api.identity.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.vstrivia.api.support.FakeIssuer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A provider as the service sets it up, with a clock that can be moved. */
final class Checking implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(2);

    final SettableClock clock = new SettableClock();
    private final Vertx vertx = Vertx.vertx();

    Provider provider(FakeIssuer issuer) {
        return provider(issuer, Optional.empty(), "RS256", "ES256");
    }

    Provider provider(FakeIssuer issuer, Optional<String> jwksUri, String... algorithms) {
        IssuerHttp http = new IssuerHttp(vertx, PATIENCE);
        KeySource source = new KeySource(issuer.issuer(), jwksUri, http);
        return new Provider(
                new IdTokenRules(
                        "acme",
                        issuer.issuer(),
                        Set.of(FakeIssuer.CLIENT, FakeIssuer.OTHER_CLIENT),
                        Set.of(algorithms)),
                new IssuerKeys("acme", source::fetch, clock),
                clock);
    }

    static VerifiedIdentity accepted(Provider provider, String token) {
        return verify(provider, token).await().atMost(Duration.ofSeconds(10));
    }

    static void refused(IdTokenRefused.Reason reason, Provider provider, String token) {
        IdTokenRefused refused = assertThrows(
                IdTokenRefused.class, () -> verify(provider, token).await().atMost(Duration.ofSeconds(10)));
        assertEquals(reason, refused.reason());
    }

    static void unavailable(Provider provider, String token) {
        assertThrows(
                ProviderUnavailable.class, () -> verify(provider, token).await().atMost(Duration.ofSeconds(10)));
    }

    static Uni<VerifiedIdentity> verify(Provider provider, String token) {
        return Uni.createFrom().deferred(() -> provider.verify(token));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
