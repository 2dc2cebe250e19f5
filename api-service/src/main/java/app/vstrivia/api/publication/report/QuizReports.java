package app.vstrivia.api.publication.report;

import app.vstrivia.api.moderation.ReviewService;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.publication.document.FrozenItem;
import app.vstrivia.api.question.report.Complaint;
import app.vstrivia.api.question.report.Filing;
import app.vstrivia.api.question.report.OtherReports;
import app.vstrivia.api.question.report.ReportReason;
import app.vstrivia.api.question.report.ShownRound;
import app.vstrivia.api.quiz.QuizService;
import app.vstrivia.api.webhook.WebhookKind;
import app.vstrivia.api.webhook.delivery.Webhooks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes what players find wrong with a quiz's own questions. Of a version that is gone nobody wants to know. */
@ApplicationScoped
class QuizReports implements OtherReports {
    private final QuizReportStore store;
    private final QuizService quizzes;
    private final ReviewService reviews;
    private final Webhooks webhooks;

    QuizReports(QuizReportStore store, QuizService quizzes, ReviewService reviews, Webhooks webhooks) {
        this.store = store;
        this.quizzes = quizzes;
        this.reviews = reviews;
        this.webhooks = webhooks;
    }

    @Override
    public Uni<Filing> put(Transaction transaction, ShownRound round, Complaint complaint) {
        return round.quiz() == null
                ? Uni.createFrom().item(Filing.NONE)
                : quizzes.holdKept(transaction, round.quiz())
                        .chain(kept -> store.played(transaction, round.quiz(), round.version())
                                .chain(found -> put(transaction, round, complaint, found, kept)));
    }

    private Uni<Filing> put(
            Transaction transaction,
            ShownRound round,
            Complaint complaint,
            Optional<QuizReportStore.Played> found,
            boolean kept) {
        Optional<FrozenItem> item = found.flatMap(played -> played.own(round.question()));
        if (item.isEmpty()) {
            return Uni.createFrom().item(Filing.NONE);
        }
        QuizReportStore.Played played = found.get();
        return store.put(transaction, played.publication(), item.get(), complaint)
                .call(filing -> filing == Filing.FIRST && kept && !played.withdrawn()
                        ? openReview(transaction, played.publication())
                        : Uni.createFrom().voidItem())
                .call(filing -> filing == Filing.FIRST
                        ? announce(transaction, round, item.get(), complaint)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> openReview(Transaction transaction, UUID publication) {
        return store.reasons(transaction, publication)
                .chain(reasons -> reviews.report(
                        transaction,
                        VersionReviews.KIND,
                        publication,
                        reasons.stream().map(ReportReason::wire).toList()));
    }

    /** Not who reported it, nor the words, which may tell. */
    private Uni<Void> announce(Transaction transaction, ShownRound round, FrozenItem item, Complaint complaint) {
        return webhooks.announce(
                transaction,
                WebhookKind.REPORT_FILED,
                Map.of(
                        "quizId",
                        round.quiz().toString(),
                        "version",
                        round.version(),
                        "itemId",
                        item.id().toString(),
                        "reason",
                        complaint.reason().wire()));
    }
}
