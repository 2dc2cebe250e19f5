package app.vstrivia.api.platform.storage;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The files of the private bucket. */
@ApplicationScoped
public class PrivateFiles {
    private final S3Client s3;
    private final S3Presigner presigner;
    private final String bucket;
    private final Duration linkLifetime;

    PrivateFiles(S3Client s3, S3Presigner presigner, StorageConfig config) {
        this.s3 = s3;
        this.presigner = presigner;
        this.bucket = config.privateBucket();
        this.linkLifetime = config.linkLifetime();
    }

    /** Stores a file, in place of the one that has the key; those who fetch see one of the two. Waits. */
    public void put(String key, FileChannel file, String contentType) {
        s3.putObject(
                request -> request.bucket(bucket).key(key),
                RequestBody.fromContentProvider(() -> fromTheStart(file), size(file), contentType));
    }

    /** Each attempt reads it again, and the file is the caller's to close. */
    private static InputStream fromTheStart(FileChannel file) {
        try {
            return new FilterInputStream(Channels.newInputStream(file.position(0))) {
                @Override
                public void close() {}
            };
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static long size(FileChannel file) {
        try {
            return file.size();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The bytes of a file, to be closed by the caller; fails if there is none. Waits. */
    public InputStream open(String key) {
        return s3.getObject(request -> request.bucket(bucket).key(key));
    }

    /** Deletes a file; one that is not there is as good as deleted. Waits. */
    public void delete(String key) {
        s3.deleteObject(request -> request.bucket(bucket).key(key));
    }

    /**
     * A link to a file. It asks nobody, so that it does not say whether there is one.
     *
     * @param name under which a browser saves it, as it were ASCII without quotes
     */
    public FileLink link(String key, String name) {
        var presigned = presigner.presignGetObject(
                link -> link.signatureDuration(linkLifetime).getObjectRequest(request -> request.bucket(bucket)
                        .key(key)
                        .responseContentDisposition("attachment; filename=\"" + name + "\"")
                        .responseCacheControl("no-store")));
        return new FileLink(
                URI.create(presigned.url().toString()), Instant.now().plus(linkLifetime));
    }
}
