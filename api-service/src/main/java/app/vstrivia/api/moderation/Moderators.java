package app.vstrivia.api.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rekognition.RekognitionClient;

/** Has pictures looked at by whom the settings name. */
@ApplicationScoped
class Moderators {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ATTEMPT = Duration.ofSeconds(20);
    private static final Duration CALL = Duration.ofSeconds(60);

    private RekognitionClient rekognition;

    @Produces
    @ApplicationScoped
    PictureModeration moderation(ModerationConfig config) {
        if (config.by() == ModerationConfig.By.PEOPLE) {
            return new PeopleModeration();
        }
        rekognition = client(
                config.rekognition(), DefaultCredentialsProvider.builder().build());
        return new RekognitionModeration(rekognition, config.rekognition());
    }

    /** One that does not wait for ever. */
    static RekognitionClient client(ModerationConfig.Rekognition config, AwsCredentialsProvider credentials) {
        return RekognitionClient.builder()
                .region(Region.of(config.region()))
                .applyMutation(builder -> config.endpoint().ifPresent(builder::endpointOverride))
                .credentialsProvider(credentials)
                .httpClientBuilder(
                        ApacheHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ATTEMPT))
                .overrideConfiguration(
                        bounds -> bounds.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(CALL))
                .build();
    }

    void close(@Disposes PictureModeration moderation) {
        if (rekognition != null) {
            rekognition.close();
        }
    }
}
