package app.vstrivia.local.storage;

import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;

/**
 * What a bucket policy says elsewhere: everybody may get the objects of one bucket, and nobody without credentials lists any.
 * Without it the permissions of the files would say so, which the umask of this process makes.
 */
final class ReadableByAll extends ForwardingBlobStore {
    private final String bucket;

    ReadableByAll(BlobStore store, String bucket) {
        super(store);
        this.bucket = bucket;
    }

    @Override
    public BucketCannedACL getContainerAccess(String container) {
        return BucketCannedACL.PRIVATE;
    }

    @Override
    public ObjectCannedACL getBlobAccess(String container, String key) {
        return container.equals(bucket) ? ObjectCannedACL.PUBLIC_READ : ObjectCannedACL.PRIVATE;
    }

    @Override
    public ObjectCannedACL getBlobAccess(String container, String key, String version) {
        return getBlobAccess(container, key);
    }
}
