package app.vstrivia.backup.place;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket, or what is below a prefix in one. Large files go there in parts, of which one is in memory. */
public final class S3Place implements Place {
    private static final int LEAST_PART = 16 << 20;
    private static final int MOST_PARTS = 10_000;
    /** A lock may end later than it should by the clock of this machine. */
    private static final Duration AFTER_LOCK = Duration.ofHours(1);

    private final S3Client client;
    private final String bucket;
    private final String prefix;
    private final Duration lock;

    private S3Place(S3Client client, String bucket, String prefix, Duration lock) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
        this.lock = lock;
    }

    /** An access key and its secret. */
    public record Account(String key, String secret) {}

    /**
     * @param prefix before all keys; empty or with a slash at its end
     * @param endpoint in place of Amazon's own
     * @param account in place of what the machine has (environment, files, metadata)
     * @param lock how long the bucket refuses to delete what was put; zero if it has no lock
     */
    public static S3Place of(
            String bucket,
            String prefix,
            String region,
            Optional<URI> endpoint,
            boolean pathStyle,
            Optional<Account> account,
            Duration lock) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClient(ApacheHttpClient.create())
                .region(Region.of(region))
                .forcePathStyle(pathStyle)
                .credentialsProvider(provider(account))
                // Not every S3 server knows those that newer clients add; what is kept here has a checksum of its own.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        endpoint.ifPresent(builder::endpointOverride);
        return new S3Place(builder.build(), bucket, prefix, lock);
    }

    private static AwsCredentialsProvider provider(Optional<Account> account) {
        if (account.isPresent()) {
            return StaticCredentialsProvider.create(AwsBasicCredentials.create(
                    account.get().key(), account.get().secret()));
        }
        return DefaultCredentialsProvider.builder().build();
    }

    @Override
    public String name() {
        return "s3://" + bucket + "/" + prefix;
    }

    @Override
    public List<Stored> list(String below) throws IOException {
        try {
            List<Stored> found = new ArrayList<>();
            for (S3Object object : client.listObjectsV2Paginator(
                            ask -> ask.bucket(bucket).prefix(prefix + below))
                    .contents()) {
                found.add(new Stored(object.key().substring(prefix.length()), object.size(), object.lastModified()));
            }
            return found;
        } catch (SdkException failure) {
            throw failed(failure);
        }
    }

    @Override
    public InputStream open(String key) throws IOException {
        try {
            return client.getObject(ask -> ask.bucket(bucket).key(prefix + key));
        } catch (SdkException failure) {
            throw failed(failure);
        }
    }

    @Override
    public void put(String key, byte[] content) throws IOException {
        try {
            client.putObject(ask -> ask.bucket(bucket).key(prefix + key), RequestBody.fromBytes(content));
        } catch (SdkException failure) {
            throw failed(failure);
        }
    }

    @Override
    public void put(String key, Path file) throws IOException {
        long size = Files.size(file);
        if (size <= LEAST_PART) {
            put(key, Files.readAllBytes(file));
            return;
        }
        try {
            putParts(prefix + key, file, (int) Math.max(LEAST_PART, size / (MOST_PARTS - 1) + 1));
        } catch (SdkException failure) {
            throw failed(failure);
        }
    }

    private void putParts(String key, Path file, int partSize) throws IOException {
        String upload =
                client.createMultipartUpload(ask -> ask.bucket(bucket).key(key)).uploadId();
        boolean complete = false;
        try (InputStream in = Files.newInputStream(file)) {
            List<CompletedPart> parts = new ArrayList<>();
            for (byte[] part = in.readNBytes(partSize); part.length > 0; part = in.readNBytes(partSize)) {
                int number = parts.size() + 1;
                String tag = client.uploadPart(
                                ask -> ask.bucket(bucket)
                                        .key(key)
                                        .uploadId(upload)
                                        .partNumber(number),
                                RequestBody.fromBytes(part))
                        .eTag();
                parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
            }
            client.completeMultipartUpload(
                    ask -> ask.bucket(bucket).key(key).uploadId(upload).multipartUpload(of -> of.parts(parts)));
            complete = true;
        } finally {
            if (!complete) {
                client.abortMultipartUpload(ask -> ask.bucket(bucket).key(key).uploadId(upload));
            }
        }
    }

    @Override
    public void delete(String key) throws IOException {
        try {
            client.deleteObject(ask -> ask.bucket(bucket).key(prefix + key));
        } catch (SdkException failure) {
            throw failed(failure);
        }
    }

    @Override
    public boolean isLocked(Stored stored, Instant now) {
        return !lock.isZero() && stored.modified().plus(lock).plus(AFTER_LOCK).isAfter(now);
    }

    private IOException failed(SdkException failure) {
        return new IOException(name() + ": " + failure.getMessage(), failure);
    }

    @Override
    public void close() {
        client.close();
    }
}
