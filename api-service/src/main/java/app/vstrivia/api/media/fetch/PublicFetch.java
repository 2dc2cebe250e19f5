package app.vstrivia.api.media.fetch;

import app.vstrivia.api.platform.outbound.Destination;
import app.vstrivia.api.platform.outbound.DestinationRefused;
import app.vstrivia.api.platform.outbound.Destinations;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jboss.logging.Logger;

/** Fetches files that everybody could fetch. */
@ApplicationScoped
public class PublicFetch {
    private static final Logger LOG = Logger.getLogger(PublicFetch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int REDIRECTS = 3;
    private static final Set<Integer> REDIRECT = Set.of(301, 302, 303, 307, 308);

    private final Vertx vertx;
    private final HttpClient client;
    private final Destinations destinations;
    private final Duration patience;

    @Inject
    PublicFetch(Vertx vertx, Destinations destinations) {
        this(vertx, destinations, PATIENCE);
    }

    /** @param patience for everything, from the name to the last byte */
    PublicFetch(Vertx vertx, Destinations destinations, Duration patience) {
        this.vertx = vertx;
        this.destinations = destinations;
        this.patience = patience;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxRedirects(0)
                .setDecompressionSupported(false)
                .setConnectTimeout((int) CONNECT.toMillis())
                .setMaxPoolSize(8)
                .setMaxWaitQueueSize(0));
    }

    /**
     * Writes what is at {@code address} to {@code file}, which is there. Fails with {@link FetchRefused}.
     *
     * @param most bytes
     */
    public Uni<Void> fetch(String address, Path file, long most) {
        return fetch(address, file, most, patience);
    }

    /** The same, and no longer than {@code longest}. */
    public Uni<Void> fetch(String address, Path file, long most, Duration longest) {
        return Uni.createFrom()
                .deferred(() -> hop(Destinations.parse(address), file, most, 0))
                .ifNoItem()
                .after(longest.compareTo(patience) < 0 ? longest : patience)
                .failWith(FetchRefused::unreachable)
                .onFailure(DestinationRefused.class)
                .transform(refused -> FetchRefused.address())
                .onFailure(failure -> !(failure instanceof FetchRefused))
                .transform(failure -> {
                    LOG.debugf("a fetch failed: %s", failure.toString());
                    return FetchRefused.unreachable();
                });
    }

    private Uni<Void> hop(URI address, Path file, long most, int redirects) {
        return destinations
                .find(address)
                .chain(destination -> ask(destination, file, most))
                .chain(next -> {
                    if (next.isEmpty()) {
                        return Uni.createFrom().voidItem();
                    }
                    if (redirects == REDIRECTS) {
                        throw FetchRefused.tooManyRedirects();
                    }
                    return hop(Destinations.parse(address, next), file, most, redirects + 1);
                });
    }

    /** Gives where to go on; an empty text if the file is there. */
    private Uni<String> ask(Destination destination, Path file, long most) {
        RequestOptions options = destination.request(HttpMethod.GET).putHeader("Accept", "image/*");
        return Uni.createFrom().emitter(emitter -> client.request(options)
                .onFailure(emitter::fail)
                .onSuccess(request -> {
                    emitter.onTermination(request::reset); // of no effect once the answer is complete
                    request.send()
                            .compose(response -> take(response, file, most))
                            .onFailure(emitter::fail)
                            .onSuccess(emitter::complete);
                }));
    }

    private Future<String> take(HttpClientResponse response, Path file, long most) {
        response.exceptionHandler(gone -> {}); // of what is not read any further
        if (REDIRECT.contains(response.statusCode()) && response.getHeader("Location") != null) {
            return Future.succeededFuture(response.getHeader("Location"));
        }
        if (response.statusCode() != 200) {
            return Future.failedFuture(new IOException("status " + response.statusCode()));
        }
        response.pause();
        return vertx.fileSystem()
                .open(file.toString(), new OpenOptions().setTruncateExisting(true))
                .compose(open -> Download.of(response, open, most))
                .map("");
    }
}
