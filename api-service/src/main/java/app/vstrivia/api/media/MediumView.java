package app.vstrivia.api.media;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A picture or a video.
 *
 * @param refusal why it is refused
 * @param review {@code pending}, {@code approved} or {@code refused}: others see it when it is approved
 * @param type of the file as it came
 * @param bytes of the file as it came
 * @param placeholder a BlurHash, to be shown until the picture is there
 * @param color the one that covers most, {@code #rrggbb}
 * @param files to show, the smallest first; none in a list, until it is ready, and when its review is refused
 */
public record MediumView(
        UUID id,
        MediumKind kind,
        MediumStatus status,
        @Schema(nullable = true) Unfitness refusal,
        String review,
        String type,
        long bytes,
        @Schema(nullable = true) Integer width,
        @Schema(nullable = true) Integer height,
        @Schema(nullable = true) String placeholder,
        @Schema(nullable = true) String color,
        Instant createdAt,
        List<MediumFile> files) {
    static MediumView of(Medium medium, List<MediumFile> files) {
        return new MediumView(
                medium.id(),
                medium.kind(),
                medium.status(),
                medium.refusal(),
                medium.review(),
                medium.type(),
                medium.bytes(),
                medium.look().width(),
                medium.look().height(),
                medium.look().placeholder(),
                medium.look().color(),
                medium.createdAt(),
                files);
    }
}
