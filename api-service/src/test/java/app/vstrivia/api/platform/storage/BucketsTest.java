package app.vstrivia.api.platform.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.support.ApiTest;
import io.quarkus.runtime.StartupEvent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;

@ApiTest
class BucketsTest {
    @Inject
    S3Client s3;

    @Test
    void theBucketIsCreatedOnceHoweverOftenAStartIsToldTo() {
        Buckets buckets = new Buckets(s3, settings("made-at-the-start", true));

        buckets.onStart(new StartupEvent());
        buckets.onStart(new StartupEvent());

        assertEquals(List.of("made-at-the-start"), called("made-at-the-start"));
    }

    @Test
    void aStartThatIsNotToldToCreatesNone() {
        new Buckets(s3, settings("somebody-elses", false)).onStart(new StartupEvent());

        assertEquals(List.of(), called("somebody-elses"));
    }

    private List<String> called(String name) {
        return s3.listBuckets().buckets().stream()
                .map(Bucket::name)
                .filter(name::equals)
                .toList();
    }

    private static StorageConfig settings(String bucket, boolean create) {
        return new StorageConfig() {
            @Override
            public String privateBucket() {
                return bucket;
            }

            @Override
            public boolean createBucket() {
                return create;
            }

            @Override
            public Duration linkLifetime() {
                return Duration.ofMinutes(10);
            }
        };
    }
}
