package app.vstrivia.api.moderation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.ImageTooLargeException;
import software.amazon.awssdk.services.rekognition.model.InvalidImageFormatException;
import software.amazon.awssdk.services.rekognition.model.InvalidParameterException;
import software.amazon.awssdk.services.rekognition.model.ModerationLabel;

/** Asks Amazon Rekognition ({@code DetectModerationLabels}), and leaves to people what is not clear. */
final class RekognitionModeration implements PictureModeration {
    private static final Logger LOG = Logger.getLogger(RekognitionModeration.class);

    private final RekognitionClient client;
    private final ModerationConfig.Rekognition config;

    RekognitionModeration(RekognitionClient client, ModerationConfig.Rekognition config) {
        this.client = client;
        this.config = config;
    }

    /** What it does not take now it would not take later: then a person looks. */
    @Override
    public Opinion lookAt(Path jpeg) {
        SdkBytes picture = bytes(jpeg);
        List<ModerationLabel> seen;
        try {
            seen = ask(picture);
        } catch (InvalidImageFormatException | ImageTooLargeException | InvalidParameterException refused) {
            LOG.warnf("a picture is left to people, since it is not looked at: %s", refused.getMessage());
            return Opinion.undecided(List.of());
        }
        List<String> labels = seen.stream().map(RekognitionModeration::words).toList();
        if (seen.stream().anyMatch(this::isRefused)) {
            return new Opinion(Decision.REFUSED, labels);
        }
        return seen.isEmpty() ? new Opinion(Decision.APPROVED, labels) : Opinion.undecided(labels);
    }

    private List<ModerationLabel> ask(SdkBytes picture) {
        return client.detectModerationLabels(
                        request -> request.image(image -> image.bytes(picture)).minConfidence(config.reviewFrom()))
                .moderationLabels();
    }

    private static SdkBytes bytes(Path jpeg) {
        try {
            return SdkBytes.fromByteArrayUnsafe(Files.readAllBytes(jpeg));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private boolean isRefused(ModerationLabel label) {
        return label.confidence() >= config.refuseFrom() && config.refused().contains(label.name());
    }

    private static String words(ModerationLabel label) {
        return String.format(Locale.ROOT, "%s %.0f %%", label.name(), label.confidence());
    }
}
