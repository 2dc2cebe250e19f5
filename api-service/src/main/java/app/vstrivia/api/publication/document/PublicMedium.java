package app.vstrivia.api.publication.document;

import app.vstrivia.api.media.MediumKind;
import app.vstrivia.api.question.MediaCaption;
import java.util.List;

/**
 * A picture or video as everybody may see it.
 *
 * @param alternative what stands for it where it cannot be seen; absent if there is none
 * @param placeholder a BlurHash, to be shown until the picture is there; null for a video
 * @param files the smallest first, by names that stand beside that of the document
 */
public record PublicMedium(
        MediumKind kind,
        String alternative,
        Integer width,
        Integer height,
        String placeholder,
        String color,
        List<PublicFile> files) {
    /** A file beside the document. */
    public record PublicFile(String name, String type, Integer width, Integer height, long bytes) {}

    static PublicMedium of(ShownMedium medium, MediaCaption caption) {
        return new PublicMedium(
                medium.kind(),
                caption.alternative(),
                medium.look().width(),
                medium.look().height(),
                medium.look().placeholder(),
                medium.look().color(),
                medium.files().stream()
                        .map(file ->
                                new PublicFile(file.name(), file.type(), file.width(), file.height(), file.bytes()))
                        .toList());
    }
}
