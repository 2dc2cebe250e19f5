package app.vstrivia.api.platform.production;

import app.vstrivia.model.production.SettingsReview;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The catalogue of what must hold in production: with {@code trivia.production=true} nothing starts that does not. */
@ApplicationScoped
class ProductionReadiness {
    /**
     * Before whatever else begins at the start.
     *
     * @param production whether to refuse to start with unsafe settings, and to list them all
     */
    void check(
            @Observes @Priority(1) StartupEvent started,
            Config config,
            @ConfigProperty(name = "trivia.production", defaultValue = "false") boolean production) {
        List<String> findings = production ? findings(config) : List.of();
        if (!findings.isEmpty()) {
            throw new ConfigurationException("api-service does not start, since trivia.production is true and\n  - "
                    + String.join("\n  - ", findings));
        }
    }

    static List<String> findings(Config settings) {
        return new SettingsReview(settings)
                .secret("quarkus.datasource.password")
                .secretsIfAny("trivia.edge.required-values")
                .secretsIfAny("quarkus.s3.aws.credentials.static-provider.secret-access-key")
                .not("quarkus.datasource.username", "root", "an account of its own cannot change what is not its own")
                .verifiedJdbc("quarkus.datasource")
                .privateFiles("trivia.token.signing-key-file")
                .safeAddresses("trivia.")
                .safeAddresses("quarkus.s3.")
                .present("trivia.edge.required-header", "requests could come round the edge and its limits")
                .present("trivia.edge.trusted-proxies", "all clients would have the address of the edge, and one limit")
                .only("trivia.rate-limit.times", "1", "limits that much higher are for benchmarks")
                .closedCors()
                .findings();
    }
}
