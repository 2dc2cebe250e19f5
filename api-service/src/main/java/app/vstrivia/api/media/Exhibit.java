package app.vstrivia.api.media;

import java.util.List;
import java.util.UUID;

/**
 * What there is to show of a medium, for whoever shows it to everybody.
 *
 * @param ready whether there is something to show
 * @param approved whether others may see it
 * @param files the smallest first; none unless it is ready
 */
public record Exhibit(UUID id, MediumKind kind, boolean ready, boolean approved, Look look, List<StoredFile> files) {
    static Exhibit of(Medium medium, List<StoredFile> files) {
        boolean ready = medium.status() == MediumStatus.READY;
        return new Exhibit(
                medium.id(), medium.kind(), ready, medium.isForAll(), medium.look(), ready ? files : List.of());
    }

    /** Where a file of it is in the private bucket, where it is never changed. */
    public String key(StoredFile file) {
        return ObjectKeys.shown(id, file.name());
    }
}
