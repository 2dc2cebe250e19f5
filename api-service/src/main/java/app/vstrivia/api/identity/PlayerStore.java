package app.vstrivia.api.identity;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.sql.Values;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Every query on {@code player}. */
@ApplicationScoped
class PlayerStore implements PanacheRepositoryBase<Player, UUID> {

    static Uni<Void> add(Transaction transaction, PlayerId id, DisplayName name) {
        return transaction
                .connection()
                .preparedQuery("INSERT INTO player (id, name) VALUES (?, ?)")
                .execute(Values.of(id, name.text()))
                .replaceWithVoid();
    }

    /** The player, or null. */
    @WithSession
    Uni<Player> get(UUID id) {
        return findById(id);
    }

    /** Replaces a name; false if it is another one by now. */
    @WithTransaction
    Uni<Boolean> rename(UUID id, String former, DisplayName name) {
        return update("name = ?1 where id = ?2 and name = ?3", name.text(), id, former)
                .map(count -> count == 1);
    }
}
