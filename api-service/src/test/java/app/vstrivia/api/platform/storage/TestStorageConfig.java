package app.vstrivia.api.platform.storage;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings for buckets of a name of one's own. */
record TestStorageConfig(String privateBucket, boolean createBucket, boolean publicAcl) implements StorageConfig {
    @Override
    public String publicBucket() {
        return privateBucket + "-public";
    }

    @Override
    public Optional<URI> publicUrl() {
        return Optional.empty();
    }

    @Override
    public Duration linkLifetime() {
        return Duration.ofMinutes(10);
    }
}
