package app.vstrivia.api.config;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** What pages are told. */
@ConfigMapping(prefix = "trivia.web")
public interface WebConfig {

    /** The socket's address as a browser reaches it: {@code wss} behind a proxy. */
    URI socketUrl();
}
