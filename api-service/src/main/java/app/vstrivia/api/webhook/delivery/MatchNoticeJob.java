package app.vstrivia.api.webhook.delivery;

import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.job.RecurringJob;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.webhook.WebhookKind;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells that matches are over, each once. Another service ends them, which knows no webhooks: so they are read in the order of
 * their ends, and how far that came is a part of the transaction that tells.
 */
@ApplicationScoped
class MatchNoticeJob implements RecurringJob {
    private static final int AT_ONCE = 100;
    private static final int BATCHES_OF_A_RUN = 20;

    private final Webhooks webhooks;
    private final Transactions transactions;

    MatchNoticeJob(Webhooks webhooks, Transactions transactions) {
        this.webhooks = webhooks;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return "webhook-matches";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Outcome run(String thing) {
        for (int i = 0; i < BATCHES_OF_A_RUN; i++) {
            if (transactions.run(this::tell).await().indefinitely() < AT_ONCE) {
                return Outcome.done();
            }
        }
        return Outcome.again(Duration.ofSeconds(1));
    }

    /** How many matches it were. */
    private Uni<Integer> tell(Transaction transaction) {
        return MatchNoticeStore.hold(transaction)
                .chain(done -> MatchNoticeStore.next(transaction, done, AT_ONCE))
                .chain(ended -> ended.isEmpty()
                        ? Uni.createFrom().item(0)
                        : tellAll(transaction, ended)
                                .chain(() -> MatchNoticeStore.advance(
                                        transaction, ended.get(ended.size() - 1).mark()))
                                .replaceWith(ended.size()));
    }

    private Uni<Void> tellAll(Transaction transaction, List<MatchNoticeStore.Ended> ended) {
        return Multi.createFrom()
                .iterable(ended)
                .onItem()
                .transformToUniAndConcatenate(
                        match -> webhooks.announce(transaction, WebhookKind.MATCH_FINISHED, data(match)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Map<String, Object> data(MatchNoticeStore.Ended match) {
        Map<String, Object> data = new HashMap<>();
        data.put("matchId", match.mark().match().toString());
        data.put("kind", match.kind());
        data.put("players", match.players());
        data.put("reason", match.reason());
        data.put(
                "finishedAt",
                match.mark().finishedAt().toInstant(ZoneOffset.UTC).toString());
        return data;
    }
}
