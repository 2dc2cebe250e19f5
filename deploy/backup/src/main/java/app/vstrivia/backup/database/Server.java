package app.vstrivia.backup.database;

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
 * @param authority a PEM file with which the server's programs check its certificate
 */
public record Server(String url, String user, String password, Optional<Path> authority) {
    private static final String SCHEME = "jdbc:mysql://";
    private static final int USUAL_PORT = 3306;

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

    /** What the URL asks for of TLS; empty if nothing. */
    public String sslMode() {
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
