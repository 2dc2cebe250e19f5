package app.vstrivia.api.identity.token;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The keys of this deployment, read again and again from where an operator, or a vault, puts them. */
@Startup
@ApplicationScoped
class SigningKeys {
    private static final Logger LOG = Logger.getLogger(SigningKeys.class);
    private static final String SETTING = "trivia.token.signing-key-file";

    private final SigningKeyFiles files;
    private final KeyRing ring;
    private final Vertx vertx;
    private final long timer;
    private String complaint;

    SigningKeys(TokenConfig config, Vertx vertx) {
        this.files = new SigningKeyFiles(config.signingKeyFile()
                .filter(file -> !file.isBlank())
                .orElseThrow(() -> new ConfigurationException(
                        SETTING + " is not set: it names the file with the key that signs tokens, or the folder"
                                + " with several (PKCS#8 PEM, EC P-256).")));
        this.ring = new KeyRing(
                config.publishAhead(),
                config.lifetime().plus(config.publishAhead()).plus(config.lookEvery()));
        this.vertx = vertx;
        try {
            ring.update(files.read(), Instant.now());
        } catch (SigningKeyFiles.Unusable e) {
            throw new ConfigurationException(SETTING + " names " + e.getMessage());
        }
        this.timer = vertx.setPeriodic(config.lookEvery().toMillis(), id -> vertx.executeBlocking(this::look));
    }

    void stop(@Observes ShutdownEvent stopped) {
        vertx.cancelTimer(timer);
    }

    /** What cannot be used is complained of once; the keys that are known go on meanwhile. */
    private synchronized Void look() {
        SigningKey before = ring.signer();
        try {
            ring.update(files.read(), Instant.now());
            complaint = null;
        } catch (SigningKeyFiles.Unusable e) {
            if (!e.getMessage().equals(complaint)) {
                complaint = e.getMessage();
                LOG.errorf("%s names %s The keys that were there before are used.", SETTING, complaint);
            }
        }
        if (ring.signer() != before) {
            LOG.infof("tokens are signed with key %s from now on", ring.signer().id());
        }
        return null;
    }

    /** The key that signs. */
    SigningKey current() {
        return ring.signer();
    }

    /** Every key whose tokens are good, or soon will be. */
    List<SigningKey> published() {
        return ring.published();
    }

    /** The key with that id, if its tokens are good. */
    Optional<SigningKey> published(String id) {
        return ring.published(id);
    }
}
