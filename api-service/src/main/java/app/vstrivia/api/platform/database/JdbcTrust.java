package app.vstrivia.api.platform.database;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Completes the settings of JDBC by what those of the reactive connections say of TLS, if they say that the server's certificate is
 * checked. Otherwise nothing is completed, and {@code sslMode} of the JDBC URL is what counts.
 */
public final class JdbcTrust implements ConfigSourceFactory {
    static final String MODE = "quarkus.datasource.reactive.mysql.ssl-mode";
    static final String AUTHORITIES = "quarkus.datasource.reactive.trust-certificate-pem.certs";

    /** What the driver is told; that goes before what the URL says. */
    static final String PROPERTIES = "quarkus.datasource.jdbc.additional-jdbc-properties.";

    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String NAME_AS_WELL = "VERIFY_IDENTITY";

    /** Above the application's properties (250), below the environment (300). */
    private static final int ORDINAL = 275;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        String mode = value(context, MODE).orElse("").toUpperCase(Locale.ROOT).replace('-', '_');
        String authorities = value(context, AUTHORITIES).orElse("");
        if (!mode.startsWith("VERIFY_") || authorities.isEmpty()) {
            return List.of();
        }
        boolean nameAsWell = value(context, URL).orElse("").contains("sslMode=" + NAME_AS_WELL);
        Map<String, String> settings = new HashMap<>();
        settings.put(PROPERTIES + "sslMode", nameAsWell ? NAME_AS_WELL : mode);
        Authorities.of(authorities).settings().forEach((name, value) -> settings.put(PROPERTIES + name, value));
        return List.of(new PropertiesConfigSource(settings, "whom JDBC believes", ORDINAL));
    }

    private static Optional<String> value(ConfigSourceContext context, String setting) {
        return Optional.ofNullable(context.getValue(setting)).map(ConfigValue::getValue);
    }
}
