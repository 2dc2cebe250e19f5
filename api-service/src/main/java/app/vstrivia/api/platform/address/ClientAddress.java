package app.vstrivia.api.platform.address;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Tells the address of the client that makes a request. */
@ApplicationScoped
public class ClientAddress {
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final int IPV6_SITE_BYTES = 8;

    private final List<Network> trusted;

    @Inject
    ClientAddress(AddressConfig config) {
        this(config.trustedProxies().orElse(List.of()));
    }

    ClientAddress(List<String> trustedProxies) {
        this.trusted = trustedProxies.stream().map(Network::parse).toList();
    }

    /** The last address on the way here that no trusted proxy has. */
    public InetAddress of(HttpServerRequest request) {
        // Not the request's own: Quarkus may be told to replace that by the first one in the header.
        SocketAddress peer = request.connection().remoteAddress();
        InetAddress from = peer == null || peer.hostAddress() == null
                ? InetAddress.getLoopbackAddress() // a Unix domain socket
                : Network.address(peer.hostAddress()).orElseThrow();
        return client(from, request.headers().getAll(FORWARDED_FOR));
    }

    /**
     * Who an address stands for when something is counted: itself, or its network of 64 bits, which is what one customer has of
     * IPv6 at least.
     */
    public String siteOf(HttpServerRequest request) {
        return site(of(request));
    }

    static String site(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        byte[] network = Arrays.copyOf(address.getAddress(), IPV6_SITE_BYTES);
        StringBuilder site = new StringBuilder();
        for (int i = 0; i < IPV6_SITE_BYTES; i += 2) {
            site.append(Integer.toHexString((network[i] & 0xff) << Byte.SIZE | network[i + 1] & 0xff))
                    .append(':');
        }
        return site.append(":/64").toString();
    }

    InetAddress client(InetAddress peer, List<String> forwardedFor) {
        List<String> hops = forwardedFor.stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .toList();
        InetAddress client = peer;
        for (int i = hops.size() - 1; i >= 0 && isTrusted(client); i--) {
            Optional<InetAddress> before = Network.address(withoutPort(hops.get(i)));
            if (before.isEmpty()) {
                break; // the proxy does not know, or somebody before it wrote nonsense
            }
            client = before.get();
        }
        return client;
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    /** Some proxies add it: {@code 192.0.2.1:4711}, {@code [2001:db8::1]:4711}. */
    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            return hop.substring(1, Math.max(1, hop.indexOf(']')));
        }
        int colon = hop.indexOf(':');
        return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }
}
