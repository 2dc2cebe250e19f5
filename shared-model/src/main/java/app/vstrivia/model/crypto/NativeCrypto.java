package app.vstrivia.model.crypto;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Signatures by AWS-LC where it runs: with the JDK's own, checking a token takes ten times as long, which is most of what a
 * reconnect costs. Where it does not run, the JDK's are used, and the log says so.
 */
@ApplicationScoped
class NativeCrypto {
    private static final Logger LOG = Logger.getLogger(NativeCrypto.class);
    /** Before any key is read: keys belong to the provider that read them. */
    private static final int FIRST = 1;

    void start(@Observes @Priority(FIRST) StartupEvent started) {
        String outcome = install().map(reason -> "the JDK: " + reason).orElse("AWS-LC");
        LOG.infof("signatures are made and checked by %s", outcome);
    }

    /** Puts the provider before all others; why not, if that cannot be. */
    static Optional<String> install() {
        Throwable obstacle = AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError();
        if (obstacle != null) {
            return Optional.of(String.valueOf(obstacle.getMessage()));
        }
        AmazonCorrettoCryptoProvider.install();
        return Optional.empty();
    }
}
