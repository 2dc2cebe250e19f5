package app.vstrivia.api.publication;

import app.vstrivia.api.audit.AuditLog;
import app.vstrivia.api.job.Jobs;
import app.vstrivia.api.media.Exhibits;
import app.vstrivia.api.media.picture.Covers;
import app.vstrivia.api.moderation.ReviewService;
import app.vstrivia.api.platform.storage.PrivateFiles;
import app.vstrivia.api.platform.storage.PublicFiles;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.publication.document.FrozenQuiz;
import app.vstrivia.api.publication.document.ShownMedium;
import app.vstrivia.api.publication.version.VersionService;
import app.vstrivia.api.question.bank.BankService;
import app.vstrivia.api.quiz.QuizService;
import app.vstrivia.api.support.TestQuiz;
import app.vstrivia.api.webhook.delivery.Webhooks;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.protocol.PublicationEvent;
import app.vstrivia.model.protocol.PublicationEvent.Step;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.model.stream.StreamReader;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Vetoed;
import java.util.List;
import java.util.UUID;

/** Publications that no worker knows of, and workers that die when a test says so. */
@ApplicationScoped
class StoredPublications {
    private final Pool pool;
    private final PublicationStore store;
    private final PartStore parts;
    private final BankService bank;
    private final VersionService versions;
    private final AuditLog audit;
    private final Webhooks webhooks;
    private final ReviewService reviews;
    private final Jobs jobs;
    private final QuizService quizzes;
    private final Exhibits exhibits;
    private final Covers covers;
    private final PrivateFiles privateFiles;
    private final PublicFiles publicFiles;
    private final Transactions transactions;

    StoredPublications(
            Pool pool,
            PublicationStore store,
            PartStore parts,
            BankService bank,
            VersionService versions,
            AuditLog audit,
            Webhooks webhooks,
            ReviewService reviews,
            Jobs jobs,
            QuizService quizzes,
            Exhibits exhibits,
            Covers covers,
            PrivateFiles privateFiles,
            PublicFiles publicFiles,
            Transactions transactions) {
        this.pool = pool;
        this.store = store;
        this.parts = parts;
        this.bank = bank;
        this.versions = versions;
        this.audit = audit;
        this.webhooks = webhooks;
        this.reviews = reviews;
        this.jobs = jobs;
        this.quizzes = quizzes;
        this.exhibits = exhibits;
        this.covers = covers;
        this.privateFiles = privateFiles;
        this.publicFiles = publicFiles;
        this.transactions = transactions;
    }

    /** As {@link PublicationService} does it, without the job, and whatever everybody sees. */
    UUID add(TestQuiz quiz) {
        UUID id = UuidV7.next();
        StreamId stream = Publication.stream(id);
        PlayerId owner = PlayerId.parse(quiz.owner().id());
        transactions
                .run(transaction -> quizzes.hold(transaction, UuidV7.parse(quiz.id()), owner)
                        .map(held -> FrozenQuiz.of(held.content()))
                        .call(content -> store.add(transaction, id, owner, content))
                        .call(() -> transaction.create(stream))
                        .call(() -> transaction.admit(new StreamReader(stream, owner)))
                        .invoke(content -> transaction.tell(
                                stream, new PublicationEvent.PublicationAccepted(content.quiz(), content.revision()))))
                .await()
                .indefinitely();
        return id;
    }

    Publication find(UUID id) {
        return store.find(id).await().indefinitely().orElseThrow();
    }

    PublicationJob worker() {
        return worker(store, new Dying(null, null));
    }

    /** Dies while the transaction of its first step is open, also if that is the last one, or if it fails. */
    PublicationJob workerThatDiesInATransaction() {
        return worker(new DyingStore(pool, false), new Dying(null, null));
    }

    PublicationJob workerThatDiesInTheLastTransaction() {
        return worker(new DyingStore(pool, true), new Dying(null, null));
    }

    /** Dies when it has done the work of a step that is not noted yet. */
    PublicationJob workerThatDiesAfterTheWorkOf(Step step) {
        return worker(store, new Dying(null, step));
    }

    /** Dies when it has noted all that comes before a step. */
    PublicationJob workerThatDiesBefore(Step step) {
        return worker(store, new Dying(step, null));
    }

    /** Dies before it clears up. */
    PublicationJob workerThatDiesWhenItIsPublished() {
        return worker(store, new DyingAtTheEnd());
    }

    private PublicationJob worker(PublicationStore some, Steps steps) {
        return new PublicationJob(
                some,
                parts,
                steps,
                new Ending(some, parts, versions, audit, quizzes, webhooks, reviews, jobs),
                quizzes,
                versions,
                exhibits,
                bank,
                transactions);
    }

    /** What a process that was killed does not do any more. */
    static final class Dead extends RuntimeException {}

    @Vetoed
    private class Dying extends Steps {
        private final Step before;
        private final Step after;

        Dying(Step before, Step after) {
            super(exhibits, covers, privateFiles, publicFiles);
            this.before = before;
            this.after = after;
        }

        @Override
        Found take(Step step, Publication row) {
            if (step == before) {
                throw new Dead();
            }
            Found found = super.take(step, row);
            if (step == after) {
                throw new Dead();
            }
            return found;
        }
    }

    @Vetoed
    private final class DyingAtTheEnd extends Dying {
        DyingAtTheEnd() {
            super(null, null);
        }

        @Override
        void sweep(UUID id, boolean published) {
            throw new Dead();
        }
    }

    @Vetoed
    private static final class DyingStore extends PublicationStore {
        private final boolean lastOnly;

        private DyingStore(Pool pool, boolean lastOnly) {
            super(pool);
            this.lastOnly = lastOnly;
        }

        private static <T> Uni<T> dies(Uni<T> work) {
            return work.onItem().transformToUni(done -> Uni.createFrom().failure(new Dead()));
        }

        @Override
        Uni<Boolean> advance(
                Transaction transaction,
                UUID id,
                int done,
                FrozenQuiz content,
                List<ShownMedium> media,
                String document) {
            Uni<Boolean> advance = super.advance(transaction, id, done, content, media, document);
            return lastOnly ? advance : dies(advance);
        }

        @Override
        Uni<Void> publish(Transaction transaction, UUID id, int steps, int version) {
            return dies(super.publish(transaction, id, steps, version));
        }

        @Override
        Uni<Void> end(Transaction transaction, UUID id, PublicationStatus how, String problem, String detail) {
            return dies(super.end(transaction, id, how, problem, detail));
        }
    }
}
