package app.vstrivia.local.launch;

import app.vstrivia.local.storage.EmbeddedS3;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The environment of the services. What the user set, in the ordinary Quarkus names, stays as it is; a
 * database, Redis or S3 server that is named there is used instead of the embedded one.
 */
final class ServiceEnvironment {
    private final Map<String, String> values = new HashMap<>();

    private ServiceEnvironment(Map<String, String> values) {
        this.values.putAll(values);
    }

    ServiceEnvironment(Settings settings) {
        this(settings.environment());
        put("QUARKUS_HTTP_HOST", "127.0.0.1");
        put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        // All players of this machine have one address.
        put("TRIVIA_RATE_LIMIT_TIMES", "1000");
        external("QUARKUS_DATASOURCE_REACTIVE_URL").ifPresent(url -> put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:" + url));
    }

    /** What the user set, if it replaces an embedded server. */
    Optional<String> external(String name) {
        return Optional.ofNullable(values.getOrDefault(name, System.getenv(name)))
                .filter(value -> !value.isBlank());
    }

    /** Sets what the user has not set. */
    void put(String name, String value) {
        if (external(name).isEmpty()) {
            values.put(name, value);
        }
    }

    void s3(EmbeddedS3 server, String secret) {
        put("QUARKUS_S3_ENDPOINT_OVERRIDE", server.endpoint().toString());
        put("QUARKUS_S3_PATH_STYLE_ACCESS", "true");
        put("QUARKUS_S3_AWS_REGION", "us-east-1");
        put("QUARKUS_S3_AWS_CREDENTIALS_TYPE", "static");
        put("QUARKUS_S3_AWS_CREDENTIALS_STATIC_PROVIDER_ACCESS_KEY_ID", EmbeddedS3.ACCESS_KEY);
        put("QUARKUS_S3_AWS_CREDENTIALS_STATIC_PROVIDER_SECRET_ACCESS_KEY", secret);
    }

    /** One machine, no proxy: there are no requests of others that a service should finish before it ends. */
    ServiceEnvironment withQuickShutdown() {
        ServiceEnvironment quick = new ServiceEnvironment(values);
        quick.put("QUARKUS_SHUTDOWN_TIMEOUT", "1S");
        return quick;
    }

    Map<String, String> on(ServicePorts ports) {
        Map<String, String> all = new HashMap<>(values);
        all.putAll(ports(ports));
        return all;
    }

    static Map<String, String> ports(ServicePorts ports) {
        return Map.of(
                "QUARKUS_HTTP_PORT", Integer.toString(ports.http()),
                "QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.management()));
    }
}
