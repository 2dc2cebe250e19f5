package app.vstrivia.api.publication;

import app.vstrivia.api.audit.AuditAction;
import app.vstrivia.api.audit.AuditEntry;
import app.vstrivia.api.audit.AuditLog;
import app.vstrivia.api.job.Jobs;
import app.vstrivia.api.moderation.ReviewService;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.publication.document.Unpublishable;
import app.vstrivia.api.publication.version.VersionService;
import app.vstrivia.api.publication.version.Withdrawal;
import app.vstrivia.api.quiz.QuizService;
import app.vstrivia.api.webhook.WebhookKind;
import app.vstrivia.api.webhook.delivery.Webhooks;
import app.vstrivia.model.protocol.PublicationEvent.PublicationEnded;
import app.vstrivia.model.protocol.PublicationEvent.PublicationEnded.Outcome;
import app.vstrivia.model.protocol.PublicationEvent.PublicationStep;
import app.vstrivia.model.protocol.PublicationEvent.Step;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** How a publication ends, once: noted and told in one transaction, and what was published audited. */
@ApplicationScoped
class Ending {
    private final PublicationStore store;
    private final PartStore parts;
    private final VersionService versions;
    private final AuditLog audit;
    private final QuizService quizzes;
    private final Webhooks webhooks;
    private final ReviewService reviews;
    private final Jobs jobs;

    Ending(
            PublicationStore store,
            PartStore parts,
            VersionService versions,
            AuditLog audit,
            QuizService quizzes,
            Webhooks webhooks,
            ReviewService reviews,
            Jobs jobs) {
        this.store = store;
        this.parts = parts;
        this.versions = versions;
        this.audit = audit;
        this.quizzes = quizzes;
        this.webhooks = webhooks;
        this.reviews = reviews;
        this.jobs = jobs;
    }

    /** Everybody sees it from now on. The quiz is held, {@code row} is locked and runs. */
    Uni<Void> publish(Transaction transaction, Publication row) {
        int steps = Step.values().length;
        AuditEntry entry =
                audit.entry(AuditAction.QUIZ_PUBLISHED).by(row.askedBy()).with("quiz", row.quiz());
        return versions.next(transaction, row.quiz()).chain(version -> store.publish(
                        transaction, row.id(), steps, version)
                .chain(() -> parts.note(transaction, row.id(), row.content().media()))
                .chain(() -> versions.show(transaction, row.quiz(), row.id()))
                .invoke(() -> {
                    transaction.tell(row.stream(), new PublicationStep(Step.PUBLISH, steps, steps));
                    transaction.tell(row.stream(), new PublicationEnded(Outcome.PUBLISHED, version, null, null));
                })
                .chain(() -> audit.add(transaction, entry.with("version", version)))
                .chain(() -> announce(transaction, row, WebhookKind.PUBLICATION_PUBLISHED, Map.of("version", version)))
                .chain(() -> removeOld(transaction, row.quiz(), version)));
    }

    private Uni<Void> removeOld(Transaction transaction, UUID quiz, int newest) {
        return store.unseen(transaction, quiz, newest - VersionService.KEPT).chain(old -> Multi.createFrom()
                .iterable(old)
                .onItem()
                .transformToUniAndConcatenate(id -> remove(transaction, id))
                .collect()
                .last()
                .replaceWithVoid());
    }

    /** It is no version any more, and its files go. */
    Uni<Void> remove(Transaction transaction, UUID id) {
        return store.remove(transaction, id)
                .chain(() -> reviews.close(transaction, id))
                .chain(() -> sweep(transaction, id));
    }

    /** Nobody is shown a version any more, nor will be; its files go, and its owner is told of what everybody saw. The quiz is held. */
    Uni<Void> withdraw(Transaction transaction, UUID quiz, UUID publication, Withdrawal why) {
        Map<String, Object> data = new HashMap<>();
        if (why.refused() != null) {
            data.put("refused", why.refused().toString());
        }
        if (why.reason() != null) {
            data.put("reason", why.reason());
        }
        return versions.withdraw(transaction, quiz, publication, why)
                .call(() -> reviews.close(transaction, publication))
                .call(() -> sweep(transaction, publication))
                .chain(hidden -> hidden
                        ? announce(transaction, quiz, publication, WebhookKind.PUBLICATION_WITHDRAWN, data)
                        : Uni.createFrom().voidItem());
    }

    /** The job that finds this goes on, and clears up. {@code row} is locked, and runs. */
    Uni<Void> fail(Transaction transaction, Publication row, Unpublishable why) {
        return end(transaction, row, PublicationStatus.FAILED, Outcome.FAILED, why.problem(), why.getMessage())
                .chain(() ->
                        announce(transaction, row, WebhookKind.PUBLICATION_FAILED, Map.of("problem", why.problem())));
    }

    /** To the quiz's owner, whoever asked for the publication. */
    private Uni<Void> announce(Transaction transaction, Publication row, WebhookKind kind, Map<String, ?> what) {
        return announce(transaction, row.quiz(), row.id(), kind, what);
    }

    private Uni<Void> announce(
            Transaction transaction, UUID quiz, UUID publication, WebhookKind kind, Map<String, ?> what) {
        Map<String, Object> data = new HashMap<>(what);
        data.put("quizId", quiz.toString());
        data.put("publicationId", publication.toString());
        return quizzes.owner(transaction, quiz)
                .chain(owner -> webhooks.announce(transaction, kind, owner.orElse(null), data));
    }

    /** By who may. {@code row} is locked, and runs. */
    Uni<Void> cancel(Transaction transaction, Publication row) {
        return end(transaction, row, PublicationStatus.CANCELLED, Outcome.CANCELLED, null, null)
                .chain(() -> sweep(transaction, row.id()));
    }

    private Uni<Void> end(
            Transaction transaction,
            Publication row,
            PublicationStatus status,
            Outcome outcome,
            String problem,
            String detail) {
        transaction.tell(row.stream(), new PublicationEnded(outcome, null, problem, detail));
        return store.end(transaction, row.id(), status, problem, detail);
    }

    private Uni<Void> sweep(Transaction transaction, UUID id) {
        return jobs.add(transaction, PublicationJob.KIND, id.toString(), Duration.ZERO);
    }
}
