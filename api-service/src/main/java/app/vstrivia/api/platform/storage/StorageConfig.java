package app.vstrivia.api.platform.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings of the files; where the S3 server is, and the credentials, say the settings {@code quarkus.s3}. */
@ConfigMapping(prefix = "trivia.storage")
public interface StorageConfig {

    /** The bucket that only links open. It must exist, and must not be public. */
    @WithDefault("trivia-private")
    String privateBucket();

    /** The bucket that everybody may read, but nobody list. It must exist. */
    @WithDefault("trivia-public")
    String publicBucket();

    /**
     * Whether each file of the public bucket is stored with leave for everybody to read it ({@code x-amz-acl: public-read}): for S3
     * servers that know no policies of buckets. Where there is a policy, or a CDN that signs its requests, nothing must be said.
     */
    @WithDefault("false")
    boolean publicAcl();

    /** Where people find the files of the public bucket, such as the address of a CDN; without it, at the S3 server's. */
    Optional<URI> publicUrl();

    /**
     * Whether a start creates the buckets that are not there: for S3 servers that come with the system. Otherwise whoever set
     * up the storage has made them, and the service's account need not be able to.
     */
    @WithDefault("false")
    boolean createBucket();

    /** How long a link is good for: as long as a download takes to begin, since whoever has it can use it. */
    @WithDefault("10M")
    Duration linkLifetime();
}
