package app.vstrivia.model.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Whether requests, messages of sockets and the delivery of events are traced. */
@ConfigMapping(prefix = "trivia.traces")
public interface TraceConfig {
    /** Where traces go, by OTLP over HTTP, such as {@code http://tempo:4318/v1/traces}. Without it there are none. */
    Optional<URI> endpoint();

    /** The share of requests, of messages and of events that is traced, from 0 to 1. */
    @WithDefault("0.01")
    double share();
}
