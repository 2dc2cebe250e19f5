package app.vstrivia.api.privacy.erasure;

import app.vstrivia.api.audit.AuditAction;
import app.vstrivia.api.audit.AuditEntry;
import app.vstrivia.api.audit.AuditLog;
import app.vstrivia.api.identity.AccessEnd;
import app.vstrivia.api.identity.Departures;
import app.vstrivia.api.job.Jobs;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Players who want to be forgotten. */
@ApplicationScoped
public class ErasureService {
    private final Departures departures;
    private final Transactions transactions;
    private final Jobs jobs;
    private final AccessEnd accessEnd;
    private final AuditLog audit;

    ErasureService(Departures departures, Transactions transactions, Jobs jobs, AccessEnd accessEnd, AuditLog audit) {
        this.audit = audit;
        this.departures = departures;
        this.transactions = transactions;
        this.jobs = jobs;
        this.accessEnd = accessEnd;
    }

    /** Ends the player's access at once; tells when the rest follows. Fails with {@code UnknownPlayer}. */
    public Uni<Instant> request(PlayerId player) {
        AuditEntry entry = audit.entry(AuditAction.ERASURE_REQUESTED).by(player).on(player);
        return transactions
                .run(transaction -> departures
                        .begin(transaction, player, entry)
                        .call(() -> audit.add(transaction, entry))
                        // At the first run it is too early, and the job puts itself off: by the database's clock, not
                        // by ours.
                        .call(() -> erase(transaction, player))
                        .call(() -> departures.merged(transaction, player).chain(merged -> Multi.createFrom()
                                .iterable(merged)
                                .onItem()
                                .transformToUniAndConcatenate(part -> erase(transaction, part))
                                .collect()
                                .last())))
                .invoke(accessEnd::tell);
    }

    private Uni<Void> erase(Transaction transaction, PlayerId player) {
        return jobs.add(transaction, ErasureJob.KIND, player.toString(), Duration.ZERO);
    }
}
