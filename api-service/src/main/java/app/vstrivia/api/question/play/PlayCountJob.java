package app.vstrivia.api.question.play;

import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.job.RecurringJob;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Counts the answers of matches that are over, each once: how far it came is a part of the same transaction. */
@ApplicationScoped
class PlayCountJob implements RecurringJob {
    /** Matches of one transaction; a room of 10,000 has half a million answers. */
    private static final int AT_ONCE = 20;

    private static final int BATCHES_OF_A_RUN = 50;

    private final Transactions transactions;

    PlayCountJob(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return "question-play";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Outcome run(String thing) {
        for (int i = 0; i < BATCHES_OF_A_RUN; i++) {
            if (transactions.run(PlayCountJob::count).await().indefinitely() < AT_ONCE) {
                return Outcome.done();
            }
        }
        return Outcome.again(Duration.ofSeconds(1));
    }

    /** How many matches it were. */
    private static Uni<Integer> count(Transaction transaction) {
        return PlayStore.hold(transaction)
                .chain(done -> PlayStore.next(transaction, done, AT_ONCE))
                .chain(matches -> matches.isEmpty()
                        ? Uni.createFrom().item(0)
                        : PlayStore.count(transaction, matches)
                                .chain(() -> PlayStore.advance(transaction, matches.get(matches.size() - 1)))
                                .replaceWith(matches.size()));
    }
}
