package app.vstrivia.api.webhook.delivery;

import app.vstrivia.api.job.FailureWatch;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.webhook.WebhookKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;

/** Tells admins of jobs that failed for good. */
@ApplicationScoped
class JobNotices implements FailureWatch {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Webhooks webhooks;
    private final Transactions transactions;

    JobNotices(Webhooks webhooks, Transactions transactions) {
        this.webhooks = webhooks;
        this.transactions = transactions;
    }

    /** But not of those that tell: one would lead to the next. */
    @Override
    public void failedForGood(String kind, String thing, int failures) {
        if (kind.equals(DeliveryJob.KIND)) {
            return;
        }
        Map<String, Object> data = Map.of("kind", kind, "thing", thing, "failures", failures);
        transactions
                .run(transaction -> webhooks.announce(transaction, WebhookKind.JOB_FAILED, data))
                .await()
                .atMost(PATIENCE);
    }
}
