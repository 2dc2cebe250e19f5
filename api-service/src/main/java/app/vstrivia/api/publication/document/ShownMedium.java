package app.vstrivia.api.publication.document;

import app.vstrivia.api.media.Exhibit;
import app.vstrivia.api.media.Look;
import app.vstrivia.api.media.MediumKind;
import app.vstrivia.api.media.StoredFile;
import app.vstrivia.api.media.picture.Covers.CoverFile;
import app.vstrivia.model.protocol.RoundMedia;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
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

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Reads what {@link #toJson} wrote, also in an older version. */
    public static List<ShownMedium> parse(String json) {
        try {
            return List.of(JSON.readValue(json, ShownMedium[].class));
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static String toJson(List<ShownMedium> media) {
        try {
            return JSON.writeValueAsString(media);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

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

    public static ShownMedium cover(Exhibit medium, List<CoverFile> cut) {
        List<ShownFile> files = cut.stream()
                .map(file -> file(file.key(), coverName(file), file.file()))
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

    /**
     * As rounds of matches show it.
     *
     * @param place where the names of its files go on
     */
    public RoundMedia inRounds(String place) {
        return new RoundMedia(
                RoundMedia.Kind.valueOf(kind.name()),
                null,
                look.width(),
                look.height(),
                look.placeholder(),
                look.color(),
                files.stream()
                        .map(file -> new RoundMedia.File(place + file.name(), file.type(), file.width(), file.height()))
                        .toList());
    }

    private static ShownFile file(String from, String name, StoredFile file) {
        return new ShownFile(from, name, file.type(), file.width(), file.height(), file.bytes());
    }
}
