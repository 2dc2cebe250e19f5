package app.vstrivia.api.platform.outbound;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Decides where requests go. */
@ApplicationScoped
public class Destinations {
    private static final int LONGEST = 2_000;

    /** Names that are looked up at once: one that nobody answers for takes a thread for many seconds. */
    static final int AT_ONCE = 4;

    /** Those that wait for their turn; beyond, a name is as good as one that nobody answers for. */
    static final int WAITING = 32;

    private final AddressRule rule;
    private final NameLookup names;
    private final ThreadPoolExecutor threads;

    @Inject
    Destinations(AddressRule rule) {
        this(rule, InetAddress::getAllByName);
    }

    public Destinations(AddressRule rule, NameLookup names) {
        this.rule = rule;
        this.names = names;
        this.threads = new ThreadPoolExecutor(
                AT_ONCE, AT_ONCE, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
                    Thread thread = new Thread(task, "names");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** @throws DestinationRefused if it is no address, or too long */
    public static URI parse(String text) {
        try {
            if (text.length() > LONGEST) {
                throw new DestinationRefused();
            }
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new DestinationRefused();
        }
    }

    /** Where a redirect from {@code base} leads; throws what {@link #parse(String)} throws. */
    public static URI parse(URI base, String location) {
        return base.resolve(parse(location));
    }

    /**
     * Resolves the name, once, on a thread of its own. Fails with {@link DestinationRefused} if one of its addresses is not
     * allowed (who mixes them has something in mind), with {@link UnknownHostException}, or with {@link
     * java.util.concurrent.RejectedExecutionException} if too many names are waited for.
     */
    public Uni<Destination> find(URI uri) {
        return Uni.createFrom()
                .<Destination>emitter(emitter -> {
                    try {
                        emitter.complete(resolve(uri));
                    } catch (UnknownHostException | RuntimeException refused) {
                        emitter.fail(refused);
                    }
                })
                .runSubscriptionOn(threads);
    }

    private Destination resolve(URI uri) throws UnknownHostException {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https");
        if (!secure && !scheme.equals("http") || uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw new DestinationRefused();
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
        InetAddress[] addresses = names.resolve(uri.getHost());
        for (InetAddress address : addresses) {
            if (!rule.allows(address, port)) {
                throw new DestinationRefused();
            }
        }
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new Destination(
                literal(addresses[0]),
                uri.getHost(),
                port,
                secure,
                uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    }

    /** In digits, so that nobody looks the name up again. */
    private static String literal(InetAddress address) throws UnknownHostException {
        return InetAddress.getByAddress(address.getAddress()).getHostAddress();
    }
}
