package app.vstrivia.api.identity.provider;

import app.vstrivia.api.identity.login.Login;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** The providers of this deployment, and what is to be thought of their tokens. */
@Startup
@ApplicationScoped
public class IdTokens {
    private static final Logger LOG = Logger.getLogger(IdTokens.class);
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,20}");

    /** What stands in the same place of a path, and the other ways in which somebody signs in. */
    private static final Set<String> RESERVED = Set.of("nonces", Login.DEVICE_SECRET, Login.MERGE);

    private static final int LONGEST_ISSUER = 255;
    private static final Set<String> ALGORITHMS = Set.of("RS256", "ES256");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Provider> providers = new HashMap<>();
    private final Vertx vertx;

    IdTokens(SignInConfig config, Vertx vertx) {
        this.vertx = vertx;
        IssuerHttp http = new IssuerHttp(vertx, PATIENCE);
        config.providers().forEach((name, settings) -> providers.put(name, provider(name, settings, http)));
    }

    private static Provider provider(String name, SignInConfig.Provider settings, IssuerHttp http) {
        String setting = "trivia.sign-in.providers." + name;
        require(NAME.matcher(name).matches() && !RESERVED.contains(name), setting + " has a name that cannot be used.");
        require(settings.issuer().length() <= LONGEST_ISSUER, setting + ".issuer is too long.");
        require(!settings.clientIds().isEmpty(), setting + ".client-ids is empty.");
        require(
                !settings.algorithms().isEmpty() && ALGORITHMS.containsAll(settings.algorithms()),
                setting + ".algorithms may hold RS256 and ES256.");
        try {
            KeySource.checked(settings.issuer());
            settings.jwksUri().ifPresent(KeySource::checked);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(setting + " is " + e.getMessage());
        }
        KeySource source = new KeySource(settings.issuer(), settings.jwksUri(), http);
        Clock clock = Clock.systemUTC();
        return new Provider(
                new IdTokenRules(name, settings.issuer(), settings.clientIds(), settings.algorithms()),
                new IssuerKeys(name, source::fetch, clock),
                clock);
    }

    private static void require(boolean fulfilled, String otherwise) {
        if (!fulfilled) {
            throw new ConfigurationException(otherwise);
        }
    }

    /**
     * Whom a token speaks of. Its nonce is the caller's to check. Fails with {@link UnknownProvider}, {@link IdTokenRefused} or
     * {@link ProviderUnavailable}.
     */
    public Uni<VerifiedIdentity> verify(String provider, String idToken) {
        return Uni.createFrom()
                .deferred(() -> {
                    if (!providers.containsKey(provider)) {
                        throw new UnknownProvider();
                    }
                    return providers.get(provider).verify(idToken);
                })
                .onFailure(IdTokenRefused.class)
                .invoke(refused -> LOG.debugf("an ID token of %s was refused: %s", provider, refused.reason()))
                // An answer that several wait for comes in the context of one of them.
                .emitOn(MutinyHelper.executor(vertx.getOrCreateContext()));
    }
}
