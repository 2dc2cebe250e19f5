package app.vstrivia.api.question.bank;

import app.vstrivia.api.job.Jobs;
import app.vstrivia.api.media.MediumHolder;
import app.vstrivia.api.platform.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Has the questions retired that show what moderation refuses. */
@ApplicationScoped
class RefusedMedia implements MediumHolder {
    private final Jobs jobs;

    RefusedMedia(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public Uni<Void> refused(Transaction transaction, UUID medium) {
        return jobs.add(transaction, RefusedMediaJob.KIND, medium.toString(), Duration.ZERO);
    }
}
