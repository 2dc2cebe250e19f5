package app.vstrivia.api.identity;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Every query on {@code player}. */
@ApplicationScoped
class PlayerStore implements PanacheRepositoryBase<Player, UUID> {

    /** The player, or null. */
    @WithSession
    Uni<Player> get(UUID id) {
        return findById(id);
    }

    /** The player with the new name, or null if there is no such player. */
    @WithTransaction
    Uni<Player> rename(UUID id, DisplayName name) {
        return findById(id).onItem().ifNotNull().invoke(player -> player.rename(name));
    }
}
