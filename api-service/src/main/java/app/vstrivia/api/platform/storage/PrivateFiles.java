package app.vstrivia.api.platform.storage;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
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

    /**
     * Stores a file, in place of the one that has the key; those who fetch see one of the two. Waits.
     *
     * @throws StorageAway if the server does not take it now, as everything here that asks the server
     */
    public void put(String key, FileChannel file, String contentType) {
        asking(() -> s3.putObject(
                request -> request.bucket(bucket).key(key),
                RequestBody.fromContentProvider(() -> fromTheStart(file), size(file), contentType)));
    }

    /** The same of a file with a name. */
    public void put(String key, Path file, String contentType) {
        asking(() -> s3.putObject(
                request -> request.bucket(bucket).key(key).contentType(contentType), RequestBody.fromFile(file)));
    }

    /** Fetches a file that is there. {@code target} must not be there. Waits. */
    public void get(String key, Path target) {
        asking(() -> s3.getObject(request -> request.bucket(bucket).key(key), target));
    }

    /** How many bytes a file has; empty if there is none. Waits. */
    public OptionalLong size(String key) {
        return asking(() -> {
            try {
                return OptionalLong.of(
                        s3.headObject(request -> request.bucket(bucket).key(key))
                                .contentLength());
            } catch (NoSuchKeyException absent) {
                return OptionalLong.empty();
            }
        });
    }

    /** The first bytes of a file that is there and not empty, {@code most} or as many as there are. Waits. */
    public byte[] beginning(String key, int most) {
        return asking(() -> s3.getObjectAsBytes(
                        request -> request.bucket(bucket).key(key).range("bytes=0-" + (most - 1)))
                .asByteArray());
    }

    /** Copies a file within the bucket, without the words to it. Waits. */
    public void copy(String from, String to, String contentType) {
        asking(() -> s3.copyObject(request -> request.sourceBucket(bucket)
                .sourceKey(from)
                .destinationBucket(bucket)
                .destinationKey(to)
                .metadataDirective(MetadataDirective.REPLACE)
                .contentType(contentType)));
    }

    /** Deletes all files whose keys begin so. Waits. */
    public void deleteAll(String prefix) {
        asking(() -> {
            s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
                    .contents()
                    .forEach(file -> delete(file.key()));
            return null;
        });
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

    /** The bytes of a file, to be closed by the caller; fails with {@link NoSuchKeyException} if there is none. Waits. */
    public InputStream open(String key) {
        try {
            return s3.getObject(request -> request.bucket(bucket).key(key));
        } catch (NoSuchKeyException absent) {
            throw absent; // asking again would not help
        } catch (SdkException failure) {
            throw new StorageAway(failure);
        }
    }

    /** Deletes a file; one that is not there is as good as deleted. Waits. */
    public void delete(String key) {
        asking(() -> s3.deleteObject(request -> request.bucket(bucket).key(key)));
    }

    /**
     * Has links made. Each is signed by the SDK, which is work for the processor and no waiting, but too much of it for an
     * event loop: a page of reviews has a hundred.
     */
    public <T> Uni<T> signing(Supplier<T> links) {
        return Uni.createFrom().item(links).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
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

    /** A link to a file that a browser shows where it stands, and may keep as long as the link is good. */
    public FileLink viewLink(String key, String contentType) {
        var presigned = presigner.presignGetObject(
                link -> link.signatureDuration(linkLifetime).getObjectRequest(request -> request.bucket(bucket)
                        .key(key)
                        .responseContentType(contentType)
                        .responseContentDisposition("inline")
                        .responseCacheControl("private, max-age=" + linkLifetime.toSeconds())));
        return new FileLink(
                URI.create(presigned.url().toString()), Instant.now().plus(linkLifetime));
    }

    /**
     * Lets somebody put one file straight into the bucket: of that size and type, with those words to it, within that time.
     * The server takes nothing else, since all of it is signed.
     */
    public UploadLink uploadLink(
            String key, String contentType, long bytes, Map<String, String> words, Duration lifetime) {
        var presigned = presigner.presignPutObject(
                link -> link.signatureDuration(lifetime).putObjectRequest(request -> request.bucket(bucket)
                        .key(key)
                        .contentType(contentType)
                        .contentLength(bytes)
                        .metadata(words)));
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        presigned.signedHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        headers.remove("Host"); // every client sends it by itself
        return new UploadLink(
                URI.create(presigned.url().toString()), headers, Instant.now().plus(lifetime));
    }

    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkException failure) {
            throw new StorageAway(failure);
        }
    }
}
