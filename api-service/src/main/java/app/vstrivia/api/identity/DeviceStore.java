package app.vstrivia.api.identity;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Every query on {@code device}. */
@ApplicationScoped
class DeviceStore implements PanacheRepositoryBase<Device, UUID> {

    /** Stores a new device together with its new player. */
    @WithTransaction
    Uni<Void> add(Device device) {
        return persist(device).replaceWithVoid();
    }

    /** The device with its player, or null. */
    @WithSession
    Uni<Device> get(UUID id) {
        return findById(id);
    }
}
