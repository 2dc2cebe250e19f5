package app.vstrivia.backup.database;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * A server, a database on it, and the account for both.
 *
 * @param url as the driver takes it: {@code jdbc:mysql://HOST:PORT/DATABASE?…}
 * @param authority a PEM file of those who may have signed the server's certificate; without it nobody checks that
 */
public record Server(String url, String user, String password, Optional<Path> authority) {
    private static final String SCHEME = "jdbc:mysql://";
    private static final int USUAL_PORT = 3306;
    private static final String NAME_AS_WELL = "VERIFY_IDENTITY";

    public Server {
        if (!url.startsWith(SCHEME)
                || uri(url).getHost() == null
                || database(url).isEmpty()) {
            throw new IllegalArgumentException("not jdbc:mysql://HOST:PORT/DATABASE: " + url);
        }
    }

    private static URI uri(String url) {
        return URI.create(url.substring("jdbc:".length()));
    }

    private static String database(String url) {
        String path = uri(url).getPath();
        return path == null || path.length() < 2 ? "" : path.substring(1);
    }

    public String host() {
        return uri(url).getHost();
    }

    public int port() {
        int port = uri(url).getPort();
        return port < 0 ? USUAL_PORT : port;
    }

    public String database() {
        return database(url);
    }

    /** Whether another URL leads to the same database, as far as names can tell. */
    public boolean isAt(String other) {
        Server there = new Server(other, user, password, authority);
        return there.host().equalsIgnoreCase(host())
                && there.port() == port()
                && there.database().equals(database());
    }

    /**
     * In MySQL's words. With an authority the certificate is checked in any case, and the name in it if the URL asks for that; empty
     * if there is neither.
     */
    public String sslMode() {
        String asked = askedSslMode();
        return authority.isEmpty() || asked.equals(NAME_AS_WELL) ? asked : "VERIFY_CA";
    }

    private String askedSslMode() {
        String query = Optional.ofNullable(uri(url).getQuery()).orElse("");
        for (String parameter : query.split("&")) {
            if (parameter.startsWith("sslMode=")) {
                return parameter.substring("sslMode=".length());
            }
        }
        return "";
    }

    public Connection connect() throws SQLException {
        return connect(database(), Map.of());
    }

    /** Without a database, which may not be there. */
    public Connection connectToServer() throws SQLException {
        return connect("", Map.of());
    }

    /** @param settings of the driver, which add to those of the URL */
    public Connection connect(String to, Map<String, String> settings) throws SQLException {
        Properties properties = new Properties();
        properties.put("user", user);
        properties.put("password", password);
        properties.put("connectTimeout", "10000");
        properties.put("connectionTimeZone", "UTC");
        properties.putAll(settings);
        if (authority.isEmpty()) {
            return connect(to, properties);
        }
        try (Authorities authorities = Authorities.of(authority.get())) {
            properties.putAll(authorities.settings());
            // What is said here goes before what the URL says.
            properties.put("sslMode", sslMode());
            return connect(to, properties);
        } catch (IOException failure) {
            throw new SQLException(failure.getMessage(), failure);
        }
    }

    private Connection connect(String to, Properties properties) throws SQLException {
        String query = uri(url).getRawQuery();
        return DriverManager.getConnection(
                SCHEME + uri(url).getAuthority() + "/" + to + (query == null ? "" : "?" + query), properties);
    }

    /** Without the account. */
    @Override
    public String toString() {
        return database() + " at " + host() + ":" + port();
    }
}
