package app.vstrivia.realtime.platform.production;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class ProductionReadinessTest {
    private static final Map<String, String> AS_ON_A_LAPTOP = Map.of(
            "quarkus.datasource.password", "changeit",
            "trivia.edge.required-values", "0d7Wq-33kPx_19vbM,short",
            "quarkus.oidc.auth-server-url", "http://localhost:8080",
            "quarkus.oidc.jwks-path", "http://127.0.0.1:8080/.well-known/jwks.json");

    private static Config config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "the test's", 100))
                .build();
    }

    @Test
    void everythingThatIsUnsafeIsToldAtOnce() {
        assertEquals(
                List.of(
                        "quarkus.datasource.password is a default one",
                        "trivia.edge.required-values has less than 12 characters",
                        "quarkus.oidc.auth-server-url is an address of this machine",
                        "quarkus.oidc.jwks-path is an address of this machine",
                        "trivia.edge.required-header is not set: requests could come round the edge and its limits"),
                ProductionReadiness.findings(config(AS_ON_A_LAPTOP)));
    }

    @Test
    void aCarefulSetUpIsReady() {
        assertEquals(
                List.of(),
                ProductionReadiness.findings(config(Map.of(
                        "quarkus.datasource.password", "f3Qm-88dLr02-xzA",
                        "quarkus.oidc.auth-server-url", "http://api-service:8080",
                        "quarkus.oidc.jwks-path", "http://api-service:8080/.well-known/jwks.json",
                        "trivia.edge.required-header", "X-Edge",
                        "trivia.edge.required-values", "0d7Wq-33kPx_19vbM"))));
    }

    @Test
    void inProductionItDoesNotStartAndElsewhereItDoes() {
        ProductionReadiness readiness = new ProductionReadiness();
        readiness.check(new StartupEvent(), config(AS_ON_A_LAPTOP), false);

        assertThrows(
                ConfigurationException.class, () -> readiness.check(new StartupEvent(), config(AS_ON_A_LAPTOP), true));
    }
}
