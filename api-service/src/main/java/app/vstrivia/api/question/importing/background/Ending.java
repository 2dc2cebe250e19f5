package app.vstrivia.api.question.importing.background;

import app.vstrivia.api.audit.AuditAction;
import app.vstrivia.api.audit.AuditEntry;
import app.vstrivia.api.audit.AuditLog;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.question.importing.ImportFigures;
import app.vstrivia.api.webhook.WebhookKind;
import app.vstrivia.api.webhook.delivery.Webhooks;
import app.vstrivia.model.protocol.ImportEvent;
import app.vstrivia.model.protocol.ImportEvent.ImportEnded.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** How an import ends, once: noted, told and audited in one transaction. */
@ApplicationScoped
class Ending {
    private final BackgroundImportStore store;
    private final AuditLog audit;
    private final Webhooks webhooks;

    Ending(BackgroundImportStore store, AuditLog audit, Webhooks webhooks) {
        this.store = store;
        this.audit = audit;
        this.webhooks = webhooks;
    }

    /** At the end of the file. {@code row} is locked, and open. */
    Uni<Void> complete(Transaction transaction, BackgroundImport row, SortedSet<String> categories) {
        return end(transaction, row, ImportStatus.COMPLETE, Outcome.COMPLETE, null, categories);
    }

    /** Where the file cannot be read any more. {@code row} is locked, and open. */
    Uni<Void> interrupt(Transaction transaction, BackgroundImport row, String why, SortedSet<String> categories) {
        return end(transaction, row, ImportStatus.INTERRUPTED, Outcome.INTERRUPTED, why, categories);
    }

    /** By who may. {@code row} is locked, and open. */
    Uni<Void> cancel(Transaction transaction, BackgroundImport row) {
        return end(transaction, row, ImportStatus.CANCELLED, Outcome.CANCELLED, null, new TreeSet<>());
    }

    private Uni<Void> end(
            Transaction transaction,
            BackgroundImport row,
            ImportStatus status,
            Outcome outcome,
            String problem,
            SortedSet<String> categories) {
        ImportFigures figures = row.figures();
        AuditEntry entry = audit.entry(AuditAction.QUESTIONS_IMPORTED)
                .by(row.by())
                .with("file", row.name())
                .with("import", row.id())
                .with("outcome", status.wire())
                .with("added", figures.added());
        transaction.tell(
                row.stream(),
                new ImportEvent.ImportEnded(
                        outcome, figures.read(), figures.added(), figures.duplicates(), figures.refused()));
        return store.end(transaction, row.id(), status, problem, categories)
                .chain(() -> row.request().dryRun() ? Uni.createFrom().voidItem() : audit.add(transaction, entry))
                .chain(() -> announce(transaction, row, outcome));
    }

    /** Who cancelled it knows. */
    private Uni<Void> announce(Transaction transaction, BackgroundImport row, Outcome outcome) {
        ImportFigures figures = row.figures();
        return outcome == Outcome.CANCELLED
                ? Uni.createFrom().voidItem()
                : webhooks.announce(
                        transaction,
                        outcome == Outcome.COMPLETE ? WebhookKind.IMPORT_FINISHED : WebhookKind.IMPORT_FAILED,
                        row.by().player(),
                        Map.of(
                                "importId",
                                row.id().toString(),
                                "dryRun",
                                row.request().dryRun(),
                                "read",
                                figures.read(),
                                "added",
                                figures.added(),
                                "duplicates",
                                figures.duplicates(),
                                "refused",
                                figures.refused()));
    }
}
