package app.vstrivia.api.publication.document;

import app.vstrivia.api.media.Exhibit;
import app.vstrivia.api.media.Look;
import app.vstrivia.api.media.MediumKind;
import app.vstrivia.api.media.StoredFile;
import app.vstrivia.api.media.picture.Covers.CoverFile;
import java.util.List;
import java.util.UUID;

/**
 * A medium as a version shows it.
 *
 * @param cover whether it is the quiz's; the same picture may stand at a question as well, uncut
 * @param files the smallest first
 */
public record ShownMedium(UUID medium, boolean cover, MediumKind kind, Look look, List<ShownFile> files) {
    /**
     * @param from its key in the private bucket
     * @param name among the files of the version: with a hash of the content, or the id of a medium, whose files never change
     */
    public record ShownFile(String from, String name, String type, Integer width, Integer height, long bytes) {}

    /** As it stands at a question. */
    public static ShownMedium of(Exhibit medium) {
        return new ShownMedium(
                medium.id(),
                false,
                medium.kind(),
                medium.look(),
                medium.files().stream()
                        .map(file -> file(medium.key(file), medium.id() + "-" + file.name(), file))
                        .toList());
    }

    /** @param folder begins the keys of the files in the private bucket */
    public static ShownMedium cover(Exhibit medium, List<CoverFile> cut, String folder) {
        List<ShownFile> files = cut.stream()
                .map(file -> file(folder + file.file().name(), coverName(file), file.file()))
                .sorted((one, other) -> Integer.compare(one.width(), other.width()))
                .toList();
        ShownFile largest = files.get(files.size() - 1);
        Look look = new Look(
                largest.width(),
                largest.height(),
                medium.look().placeholder(),
                medium.look().color());
        return new ShownMedium(medium.id(), true, medium.kind(), look, files);
    }

    private static String coverName(CoverFile file) {
        String[] parts = file.file().name().split("\\.", 2);
        return "cover-" + parts[0] + "-" + ContentHash.inShort(file.sha256()) + "." + parts[1];
    }

    private static ShownFile file(String from, String name, StoredFile file) {
        return new ShownFile(from, name, file.type(), file.width(), file.height(), file.bytes());
    }
}
