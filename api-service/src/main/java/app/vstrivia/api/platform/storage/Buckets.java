package app.vstrivia.api.platform.storage;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Creates the buckets where nobody else does; a start that is told to and cannot fails. */
@ApplicationScoped
class Buckets {
    private static final int NOT_IMPLEMENTED = 501;
    private static final Logger LOG = Logger.getLogger(Buckets.class);

    private final S3Client s3;
    private final StorageConfig config;

    Buckets(S3Client s3, StorageConfig config) {
        this.s3 = s3;
        this.config = config;
    }

    void onStart(@Observes StartupEvent started) {
        if (config.createBucket()) {
            create(config.privateBucket(), BucketCannedACL.PRIVATE);
            create(config.publicBucket(), BucketCannedACL.PUBLIC_READ);
            letPagesRead(config.publicBucket());
        }
    }

    /** Of any origin, as whoever shows elsewhere what is published needs. */
    private void letPagesRead(String bucket) {
        try {
            CORSRule any = CORSRule.builder()
                    .allowedOrigins("*")
                    .allowedMethods("GET", "HEAD")
                    .allowedHeaders("*")
                    .build();
            s3.putBucketCors(request -> request.bucket(bucket).corsConfiguration(rules -> rules.corsRules(any)));
        } catch (S3Exception refused) {
            if (refused.statusCode() != NOT_IMPLEMENTED) {
                throw refused;
            }
            LOG.debugf("the server has no rules of single buckets name=%s", bucket);
        }
    }

    private void create(String bucket, BucketCannedACL access) {
        try {
            s3.createBucket(request -> request.bucket(bucket).acl(access));
            LOG.infof("bucket created name=%s", bucket);
        } catch (BucketAlreadyOwnedByYouException | BucketAlreadyExistsException there) {
            LOG.debugf("bucket is there name=%s", bucket);
        }
    }
}
