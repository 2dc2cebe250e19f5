package app.vstrivia.api.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** Two providers for the service: {@code acme} with a discovery document, {@code globex} without. */
public final class FakeIssuers implements QuarkusTestResourceLifecycleManager {
    private static final String PREFIX = "trivia.sign-in.providers.";
    private static final Map<String, FakeIssuer> RUNNING = new ConcurrentHashMap<>();

    /** The service's settings; whoever needs the issuers starts them, in the class loader of the tests. */
    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>();
        for (String provider : new String[] {"acme", "globex"}) {
            settings.put(PREFIX + provider + ".issuer", "http://127.0.0.1:" + freePort());
            settings.put(PREFIX + provider + ".client-ids", FakeIssuer.CLIENT + "," + FakeIssuer.OTHER_CLIENT);
        }
        settings.put(PREFIX + "globex.jwks-uri", settings.get(PREFIX + "globex.issuer") + "/keys");
        return settings;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The issuer of that provider; the same for all tests, since the service keeps its keys. */
    public static FakeIssuer of(String provider) {
        String issuer = ConfigProvider.getConfig().getValue(PREFIX + provider + ".issuer", String.class);
        return RUNNING.computeIfAbsent(
                issuer, address -> new FakeIssuer(URI.create(address).getPort()));
    }

    @Override
    public void stop() {}
}
