package app.vstrivia.api.platform.storage;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;

/**
 * The files of the public bucket, which everybody may fetch who knows their names. None is ever changed: what is stored once
 * may be kept for ever by whoever fetched it.
 */
@ApplicationScoped
public class PublicFiles {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final S3Client s3;
    private final String bucket;
    private final String privateBucket;
    private final String base;
    /** Null where a policy of the bucket says who may read. */
    private final ObjectCannedACL access;

    PublicFiles(S3Client s3, StorageConfig config) {
        this.s3 = s3;
        this.bucket = config.publicBucket();
        this.privateBucket = config.privateBucket();
        this.access = config.publicAcl() ? ObjectCannedACL.PUBLIC_READ : null;
        this.base = config.publicUrl()
                .map(URI::toString)
                .map(url -> url.endsWith("/") ? url : url + "/")
                .orElse(null);
    }

    /**
     * Stores a file; the same one again is the same. Waits.
     *
     * @throws StorageAway if the server does not take it now, as everything here that asks the server
     */
    public void put(String key, byte[] content, String contentType) {
        asking(() -> s3.putObject(
                request -> request.bucket(bucket)
                        .key(key)
                        .acl(access)
                        .contentType(contentType)
                        .cacheControl(FOR_EVER),
                RequestBody.fromBytes(content)));
    }

    /** Copies a file of the private bucket, which nobody but the server sees. Waits. */
    public void copyOfPrivate(String from, String key, String contentType) {
        asking(() -> s3.copyObject(request -> request.sourceBucket(privateBucket)
                .sourceKey(from)
                .destinationBucket(bucket)
                .destinationKey(key)
                .acl(access)
                .metadataDirective(MetadataDirective.REPLACE)
                .contentType(contentType)
                .cacheControl(FOR_EVER)));
    }

    /** Deletes all files whose keys begin so; whoever has fetched one may have it still. Waits. */
    public void deleteAll(String prefix) {
        asking(() -> s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
                .contents()
                .forEach(file ->
                        s3.deleteObject(request -> request.bucket(bucket).key(file.key()))));
    }

    /** Where everybody finds a file. It asks nobody, so that it does not say whether there is one. */
    public URI url(String key) {
        return base == null
                ? URI.create(s3.utilities()
                        .getUrl(request -> request.bucket(bucket).key(key))
                        .toString())
                : URI.create(base + key);
    }

    private static void asking(Runnable question) {
        try {
            question.run();
        } catch (SdkException failure) {
            throw new StorageAway(failure);
        }
    }
}
