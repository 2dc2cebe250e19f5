package app.vstrivia.api.platform.storage;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;

/** Creates the buckets where nobody else does; a start that is told to and cannot fails. */
@ApplicationScoped
class Buckets {
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
