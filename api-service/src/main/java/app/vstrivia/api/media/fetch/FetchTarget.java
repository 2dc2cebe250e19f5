package app.vstrivia.api.media.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;

/** Decides where a fetch goes. */
final class FetchTarget {
    private static final int LONGEST = 2_000;

    private final AddressRule rule;
    private final NameLookup names;

    FetchTarget(AddressRule rule, NameLookup names) {
        this.rule = rule;
        this.names = names;
    }

    static URI parse(String text) {
        try {
            if (text.length() > LONGEST) {
                throw FetchRefused.address();
            }
            return new URI(text);
        } catch (URISyntaxException e) {
            throw FetchRefused.address();
        }
    }

    /** Where a redirect from {@code base} leads. */
    static URI parse(URI base, String location) {
        return base.resolve(parse(location));
    }

    /**
     * Resolves the name, once. Waits.
     *
     * @throws FetchRefused if one of its addresses is not allowed: who mixes them has something in mind
     */
    Hop check(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https");
        if (!secure && !scheme.equals("http") || uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw FetchRefused.address();
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
        InetAddress[] addresses = resolve(uri.getHost());
        for (InetAddress address : addresses) {
            if (!rule.allows(address, port)) {
                throw FetchRefused.address();
            }
        }
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new Hop(
                literal(addresses[0]),
                uri.getHost(),
                port,
                secure,
                uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    }

    private InetAddress[] resolve(String host) {
        try {
            return names.resolve(host);
        } catch (UnknownHostException e) {
            throw FetchRefused.unreachable();
        }
    }

    /** In digits, so that nobody looks the name up again. */
    private static String literal(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress()).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The address that was looked at, in digits, and what to say there. */
    record Hop(String address, String host, int port, boolean secure, String path) {}
}
