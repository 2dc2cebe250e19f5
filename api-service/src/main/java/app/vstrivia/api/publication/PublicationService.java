package app.vstrivia.api.publication;

import app.vstrivia.api.identity.Accounts;
import app.vstrivia.api.identity.UnknownPlayer;
import app.vstrivia.api.job.Jobs;
import app.vstrivia.api.platform.revision.PreconditionFailed;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.publication.document.FrozenQuiz;
import app.vstrivia.api.publication.version.VersionService;
import app.vstrivia.api.quiz.QuizAccess;
import app.vstrivia.api.quiz.QuizContent;
import app.vstrivia.api.quiz.QuizNotFound;
import app.vstrivia.api.quiz.QuizService;
import app.vstrivia.api.quiz.member.MemberService;
import app.vstrivia.api.quiz.member.QuizMember;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.protocol.PublicationEvent;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.model.stream.StreamReader;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Asks for publications, and tells how they go on. */
@ApplicationScoped
public class PublicationService {
    private final PublicationStore store;
    private final QuizService quizzes;
    private final MemberService members;
    private final VersionService versions;
    private final Ending ending;
    private final Transactions transactions;
    private final Jobs jobs;

    PublicationService(
            PublicationStore store,
            QuizService quizzes,
            MemberService members,
            VersionService versions,
            Ending ending,
            Transactions transactions,
            Jobs jobs) {
        this.store = store;
        this.quizzes = quizzes;
        this.members = members;
        this.versions = versions;
        this.ending = ending;
        this.transactions = transactions;
        this.jobs = jobs;
    }

    /**
     * Has a quiz published as it is now. Fails with {@link QuizNotFound}, {@code NotAllowed}, {@code QuizInTrash}, {@link
     * PreconditionFailed} if it is not at {@code revision} any more, {@link PublicationRunning}, {@link QuizUnchanged} or {@code
     * VersionTakenDown}.
     */
    public Uni<PublicationView> publish(UUID quiz, PlayerId editor, int revision) {
        UUID id = UuidV7.next();
        return members.members(quiz, editor)
                .map(found -> found.stream().map(QuizMember::playerId).toList())
                .chain(readers -> transactions.run(transaction -> Accounts.keep(transaction, readers)
                        .invoke(kept -> {
                            if (!kept.contains(editor)) {
                                throw new UnknownPlayer();
                            }
                        })
                        .call(kept -> content(transaction, quiz, editor, revision)
                                .chain(content -> add(transaction, id, editor, kept, FrozenQuiz.of(content))))))
                .chain(() -> store.find(id))
                .map(found -> PublicationView.of(found.orElseThrow()));
    }

    private Uni<QuizContent> content(Transaction transaction, UUID quiz, PlayerId editor, int revision) {
        return quizzes.contentAt(transaction, quiz, editor, revision).call(() -> store.running(transaction, quiz)
                .invoke(running -> running.ifPresent(other -> {
                    throw new PublicationRunning(other);
                })));
    }

    private Uni<Void> add(
            Transaction transaction, UUID id, PlayerId editor, Set<PlayerId> readers, FrozenQuiz content) {
        StreamId stream = Publication.stream(id);
        return versions.shownAs(transaction, content.quiz(), content.contentHash())
                .invoke(same -> same.ifPresent(publication -> {
                    throw new QuizUnchanged(publication);
                }))
                .chain(() -> versions.requireAllowed(transaction, content.quiz(), content.contentHash()))
                .chain(() -> store.add(transaction, id, editor, content))
                .chain(() -> transaction.create(stream))
                .chain(() -> admit(transaction, stream, readers))
                .chain(() -> jobs.add(transaction, PublicationJob.KIND, id.toString(), Duration.ZERO))
                .invoke(() -> transaction.tell(
                        stream, new PublicationEvent.PublicationAccepted(content.quiz(), content.revision())));
    }

    private static Uni<Void> admit(Transaction transaction, StreamId stream, Collection<PlayerId> readers) {
        return Multi.createFrom()
                .iterable(readers)
                .onItem()
                .transformToUniAndConcatenate(reader -> transaction.admit(new StreamReader(stream, reader)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** For who works on the quiz. Fails with {@link PublicationNotFound}. */
    public Uni<PublicationView> view(UUID id, PlayerId player) {
        return find(id, player, QuizAccess.VIEWER).map(PublicationView::of);
    }

    /** Ends it, unless it has ended. Fails with {@link PublicationNotFound}, {@code NotAllowed} or {@link PublicationOver}. */
    public Uni<Void> cancel(UUID id, PlayerId editor) {
        return find(id, editor, QuizAccess.EDITOR)
                .chain(seen -> transactions.run(transaction -> store.lock(transaction, id)
                        .map(found -> found.orElseThrow(PublicationNotFound::new))
                        .chain(row -> {
                            if (row.status() == PublicationStatus.CANCELLED) {
                                return Uni.createFrom().voidItem();
                            }
                            if (!row.runs()) {
                                throw new PublicationOver();
                            }
                            return ending.cancel(transaction, row);
                        })));
    }

    private Uni<Publication> find(UUID id, PlayerId player, QuizAccess needed) {
        return store.find(id)
                .map(found -> found.orElseThrow(PublicationNotFound::new))
                .call(row -> quizzes.find(row.quiz(), player)
                        .onFailure(QuizNotFound.class)
                        .transform(hidden -> new PublicationNotFound())
                        .invoke(quiz -> quiz.requireAccess(needed)));
    }
}
