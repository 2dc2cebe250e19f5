package app.vstrivia.api.webhook.delivery;

import app.vstrivia.api.platform.outbound.Destination;
import app.vstrivia.api.platform.outbound.DestinationRefused;
import app.vstrivia.api.platform.outbound.Destinations;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Sends parcels. A redirect is an answer like another one: it is not followed. */
@ApplicationScoped
class Sender {
    private static final Logger LOG = Logger.getLogger(Sender.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** Of an answer, in bytes and characters; what follows is not read. */
    private static final int MOST_BYTES = 2_000;

    private static final int LONGEST_RESPONSE = 500;

    private final HttpClient client;
    private final Destinations destinations;
    private final ObjectMapper json;
    private final Duration patience;

    @Inject
    Sender(Vertx vertx, Destinations destinations, ObjectMapper json) {
        this(vertx, destinations, json, PATIENCE);
    }

    /** @param patience for everything, from the name to the answer */
    Sender(Vertx vertx, Destinations destinations, ObjectMapper json, Duration patience) {
        this.destinations = destinations;
        this.json = json;
        this.patience = patience;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxRedirects(0)
                .setDecompressionSupported(false)
                .setConnectTimeout((int) CONNECT.toMillis()));
    }

    /** Never fails. */
    Uni<Answer> send(Parcel parcel) {
        return Uni.createFrom().deferred(() -> {
            long began = System.nanoTime();
            return Uni.createFrom()
                    .deferred(() -> destinations.find(Destinations.parse(parcel.url())))
                    .chain(destination -> post(destination, parcel, began))
                    .ifNoItem()
                    .after(patience)
                    .fail()
                    .onFailure()
                    .recoverWithItem(failure -> {
                        LOG.debugf("a webhook was not reached: delivery=%s %s", parcel.id(), failure);
                        return Answer.failed(error(failure), since(began));
                    });
        });
    }

    /** What tells too much of our network is not told. */
    private static String error(Throwable failure) {
        return failure instanceof TimeoutException
                ? "timeout"
                : failure instanceof DestinationRefused ? "address" : "unreachable";
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private Uni<Answer> post(Destination destination, Parcel parcel, long began) {
        String body = Message.in(json, parcel.format(), parcel.body());
        RequestOptions options = signed(destination.request(HttpMethod.POST), parcel, body);
        return Uni.createFrom().emitter(emitter -> client.request(options)
                .onFailure(emitter::fail)
                .onSuccess(request -> {
                    emitter.onTermination(request::reset);
                    request.send(Buffer.buffer(body))
                            .compose(response -> beginning(response)
                                    .map(text -> new Answer(response.statusCode(), null, text, since(began))))
                            .onFailure(emitter::fail)
                            .onSuccess(answer -> {
                                request.reset(); // of no effect once the answer is complete
                                emitter.complete(answer);
                            });
                }));
    }

    private static RequestOptions signed(RequestOptions options, Parcel parcel, String body) {
        String id = parcel.id().toString();
        long now = Instant.now().getEpochSecond();
        return options.putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "VS-Trivia-Webhooks/1")
                .putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", String.valueOf(now))
                .putHeader(
                        "webhook-signature",
                        parcel.secrets().stream()
                                .map(secret -> secret.sign(id, now, body))
                                .collect(Collectors.joining(" ")));
    }

    private static Future<String> beginning(HttpClientResponse response) {
        Promise<String> done = Promise.promise();
        Buffer read = Buffer.buffer();
        response.exceptionHandler(done::tryFail);
        response.handler(chunk -> {
            if (read.length() < MOST_BYTES) {
                read.appendBuffer(chunk, 0, Math.min(chunk.length(), MOST_BYTES - read.length()));
            }
            if (read.length() == MOST_BYTES) {
                done.tryComplete(text(read));
            }
        });
        response.endHandler(end -> done.tryComplete(text(read)));
        return done.future();
    }

    private static String text(Buffer read) {
        return read.toString()
                .codePoints()
                .limit(LONGEST_RESPONSE)
                .map(c -> Character.isISOControl(c) && c != '\n' ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
