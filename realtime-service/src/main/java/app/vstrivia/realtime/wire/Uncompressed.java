package app.vstrivia.realtime.wire;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/** Offers no compression: it doubles the cost of small frames, and a small frame could inflate without a bound. */
@Singleton
class Uncompressed implements HttpServerOptionsCustomizer {
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        offerNone(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        offerNone(options);
    }

    @Override
    public void customizeDomainSocketServer(HttpServerOptions options) {
        offerNone(options);
    }

    private static void offerNone(HttpServerOptions options) {
        options.setPerFrameWebSocketCompressionSupported(false).setPerMessageWebSocketCompressionSupported(false);
    }
}
