package app.vstrivia.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EmbeddedServicesTest {
    @Test
    void allTestsOfAJvmShareTheSameServers() {
        Map<String, String> first = new EmbeddedServices().start();

        Map<String, String> second = new EmbeddedServices().start();

        assertEquals(first, second);
        assertEquals(
                Set.of(
                        "quarkus.datasource.reactive.url",
                        "quarkus.datasource.jdbc.url",
                        "quarkus.datasource.username",
                        "quarkus.datasource.password",
                        "quarkus.redis.hosts"),
                first.keySet());
        assertTrue(first.get("quarkus.redis.hosts").startsWith("redis://127.0.0.1:"));
    }
}
