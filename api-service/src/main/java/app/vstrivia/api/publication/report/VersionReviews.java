package app.vstrivia.api.publication.report;

import app.vstrivia.api.audit.Actor;
import app.vstrivia.api.moderation.Decision;
import app.vstrivia.api.moderation.OwnThing;
import app.vstrivia.api.moderation.Reviewed;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.publication.TakedownService;
import app.vstrivia.api.publication.version.Withdrawal;
import app.vstrivia.api.quiz.QuizService;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Versions that players reported, for those who moderate: what is approved stays as it is, what is refused is taken down. */
@ApplicationScoped
class VersionReviews implements Reviewed {
    static final String KIND = "quiz";

    private final QuizReportStore store;
    private final QuizService quizzes;
    private final TakedownService takedowns;

    VersionReviews(QuizReportStore store, QuizService quizzes, TakedownService takedowns) {
        this.store = store;
        this.quizzes = quizzes;
        this.takedowns = takedowns;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Boolean> decided(Transaction transaction, UUID thing, Decision decision, String reason, Actor by) {
        return store.quiz(transaction, thing)
                .chain(quiz -> quiz.isEmpty()
                        ? Uni.createFrom().item(false)
                        : quizzes.holdKept(transaction, quiz.get())
                                .chain(() -> takedowns.isOwn(quiz.get(), by.player()))
                                .invoke(own -> {
                                    if (own) {
                                        throw new OwnThing();
                                    }
                                })
                                .chain(() -> decision == Decision.REFUSED
                                        ? takedowns.takeDown(
                                                transaction, quiz.get(), thing, Withdrawal.takedown(reason, by))
                                        : Uni.createFrom().voidItem())
                                .replaceWith(true));
    }

    /** The documents, in which nothing tells what is right. */
    @Override
    public Uni<Map<UUID, URI>> previews(List<UUID> things) {
        return store.documents(things);
    }
}
