package app.vstrivia.api.platform.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.support.ApiTest;
import io.quarkus.runtime.StartupEvent;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;

@ApiTest
class BucketsTest {
    @Inject
    S3Client s3;

    @Test
    void theBucketsAreCreatedOnceHoweverOftenAStartIsToldTo() {
        Buckets buckets = new Buckets(s3, new TestStorageConfig("made-at-the-start", true, false));

        buckets.onStart(new StartupEvent());
        buckets.onStart(new StartupEvent());

        assertEquals(List.of("made-at-the-start", "made-at-the-start-public"), beginningWith("made-at-the-start"));
    }

    @Test
    void aStartThatIsNotToldToCreatesNone() {
        new Buckets(s3, new TestStorageConfig("somebody-elses", false, false)).onStart(new StartupEvent());

        assertEquals(List.of(), beginningWith("somebody-elses"));
    }

    private List<String> beginningWith(String name) {
        return s3.listBuckets().buckets().stream()
                .map(Bucket::name)
                .filter(bucket -> bucket.startsWith(name))
                .sorted()
                .toList();
    }
}
