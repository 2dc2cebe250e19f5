package app.vstrivia.api.publication;

import app.vstrivia.api.job.Jobs;
import app.vstrivia.api.media.MediumHolder;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.question.bank.QuestionHolder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Has the versions withdrawn that show what is refused: a picture or video by moderation, a question by being retired. */
@ApplicationScoped
class ShownParts implements MediumHolder, QuestionHolder {
    private final Jobs jobs;

    ShownParts(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public Uni<Void> refused(Transaction transaction, UUID medium) {
        return withdraw(transaction, RefusedPart.medium(medium));
    }

    @Override
    public Uni<Void> retired(Transaction transaction, UUID question) {
        return withdraw(transaction, RefusedPart.question(question));
    }

    Uni<Void> withdraw(Transaction transaction, RefusedPart part) {
        return jobs.add(transaction, WithdrawalJob.KIND, part.text(), Duration.ZERO);
    }
}
