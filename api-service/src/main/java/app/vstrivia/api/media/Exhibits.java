package app.vstrivia.api.media;

import app.vstrivia.api.platform.transaction.Transaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** Media for whoever publishes them. */
@ApplicationScoped
public class Exhibits {
    private final MediaStore media;
    private final MediumFileStore files;

    Exhibits(MediaStore media, MediumFileStore files) {
        this.media = media;
        this.files = files;
    }

    /** Those of {@code ids} that there are. */
    public Uni<Map<UUID, Exhibit>> find(Collection<UUID> ids) {
        List<UUID> asked = List.copyOf(new TreeSet<>(ids));
        if (asked.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return media.get(asked).chain(found -> files.of(asked).map(shown -> {
            Map<UUID, Exhibit> exhibits = new LinkedHashMap<>();
            found.stream()
                    .filter(medium -> !medium.isReleased())
                    .forEach(medium ->
                            exhibits.put(medium.id(), Exhibit.of(medium, shown.getOrDefault(medium.id(), List.of()))));
            return exhibits;
        }));
    }

    /** Those of {@code ids} that are there, for their owners or only for moderation, and not approved. */
    public Uni<List<UUID>> refused(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : media.get(List.copyOf(new TreeSet<>(ids))).map(found -> found.stream()
                        .filter(medium -> !medium.isApproved())
                        .map(Medium::id)
                        .toList());
    }

    /** Whether what shows it must stop, also since it is gone; what moderation decides next waits for the transaction. */
    Uni<Boolean> isRefused(Transaction transaction, UUID id) {
        return media.lock(transaction, id)
                .map(found -> found.filter(Medium::isApproved).isEmpty());
    }

    /** Those of {@code ids} that others may not see at this moment; what moderation decides next waits for the transaction. */
    public Uni<List<UUID>> unapproved(Transaction transaction, Collection<UUID> ids) {
        return Multi.createFrom()
                .iterable(new TreeSet<>(ids))
                .onItem()
                .transformToUniAndConcatenate(id -> media.lock(transaction, id)
                        .map(found ->
                                found.filter(Medium::isForAll).isPresent() ? Optional.<UUID>empty() : Optional.of(id)))
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList();
    }
}
