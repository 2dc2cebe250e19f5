package app.vstrivia.api.audit;

import app.vstrivia.api.platform.origin.RequestOrigin;
import app.vstrivia.api.platform.paging.Page;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.gather.Gathering;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Notes what was done, and finds it again. */
@ApplicationScoped
public class AuditLog {
    /** Many sign in at the same time: those of 2 ms are one statement, so that each costs little. */
    private static final Gathering.Bounds TOGETHER = new Gathering.Bounds(2, 64, 4, 10_000);

    private final RequestOrigin origin;
    private final AuditStore store;
    private final Gathering<AuditEntry, Void> gathering;

    AuditLog(RequestOrigin origin, AuditStore store, Vertx vertx) {
        this.origin = origin;
        this.store = store;
        this.gathering = new Gathering<>("audit entries", TOGETHER, vertx, this::addAll);
    }

    /** The beginning of an entry about the present request; to be called before anything is waited for. */
    public AuditEntry entry(AuditAction action) {
        return new AuditEntry(action, null, null, origin.current(), Map.of());
    }

    /** Notes an act together with the change that it is about. */
    public Uni<Void> add(Transaction transaction, AuditEntry entry) {
        return store.add(transaction.connection(), List.of(entry));
    }

    /** Notes an act that changed nothing; completes when it is stored. */
    public Uni<Void> add(AuditEntry entry) {
        return gathering.add(entry);
    }

    private Uni<List<Void>> addAll(List<AuditEntry> entries) {
        return store.add(entries).replaceWith(Collections.nCopies(entries.size(), null));
    }

    /** The newest first. */
    public Uni<Page<AuditEvent>> find(AuditQuery query) {
        return store.find(query).map(found -> Page.of(found, query.limit(), AuditPosition::of));
    }
}
