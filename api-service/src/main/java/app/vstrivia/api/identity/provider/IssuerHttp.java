package app.vstrivia.api.identity.provider;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** Asks issuers over HTTP: follows nobody elsewhere, reads so much and no more, waits so long and no longer. */
final class IssuerHttp {
    /** In bytes; a large key set with certificates has a tenth. */
    static final int LARGEST = 128 * 1024;

    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final HttpClient client;
    private final Duration patience;

    /** @param patience for the whole answer */
    IssuerHttp(Vertx vertx, Duration patience) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) CONNECT.toMillis())
                .setMaxPoolSize(2));
        this.patience = patience;
    }

    /** Fails with {@link IOException} if it takes too long, is too large or is not 200. */
    Uni<Answer> get(URI address) {
        RequestOptions options =
                new RequestOptions().setAbsoluteURI(address.toString()).putHeader("Accept", "application/json");
        return Uni.createFrom()
                .<Answer>emitter(emitter ->
                        client.request(options).onFailure(emitter::fail).onSuccess(request -> send(request, emitter)))
                .ifNoItem()
                .after(patience)
                .failWith(() -> new IOException("no answer within " + patience));
    }

    private static void send(HttpClientRequest request, UniEmitter<? super Answer> emitter) {
        emitter.onTermination(request::reset); // of no effect once the answer is complete
        request.send().onFailure(emitter::fail).onSuccess(response -> read(response, emitter));
    }

    private static void read(HttpClientResponse response, UniEmitter<? super Answer> emitter) {
        response.exceptionHandler(emitter::fail);
        if (response.statusCode() != 200) {
            emitter.fail(new IOException("answered with status " + response.statusCode()));
            return;
        }
        Buffer body = Buffer.buffer();
        response.endHandler(end -> emitter.complete(new Answer(body.toString(), response.getHeader("Cache-Control"))));
        response.handler(chunk -> {
            if (body.length() + chunk.length() > LARGEST) {
                emitter.fail(new IOException("answered with more than " + LARGEST + " bytes"));
            } else {
                body.appendBuffer(chunk);
            }
        });
    }

    /** {@code cacheControl} is null if it has none. */
    record Answer(String body, String cacheControl) {}
}
