package app.vstrivia.api.privacy.erasure;

import app.vstrivia.api.identity.Departure;
import app.vstrivia.api.identity.Departures;
import app.vstrivia.api.job.Job;
import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.media.MediaService;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.privacy.export.ExportService;
import app.vstrivia.api.webhook.WebhookService;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Forgets a player, when it is time. */
@ApplicationScoped
class ErasureJob implements Job {
    static final String KIND = "erasure";

    private static final int MATCHES_AT_ONCE = 50;
    private static final int QUIZZES_AT_ONCE = 50;

    /** A match that still runs may write the name once more; it is over after a day at the latest. */
    private static final Duration UNTIL_MATCHES_ARE_OVER = Duration.ofHours(1);

    private final Departures departures;
    private final ErasureStore store;
    private final QuizErasureStore quizzes;
    private final ExportService exports;
    private final MediaService media;
    private final WebhookService webhooks;
    private final Transactions transactions;

    ErasureJob(
            Departures departures,
            ErasureStore store,
            QuizErasureStore quizzes,
            ExportService exports,
            MediaService media,
            WebhookService webhooks,
            Transactions transactions) {
        this.departures = departures;
        this.store = store;
        this.quizzes = quizzes;
        this.exports = exports;
        this.media = media;
        this.webhooks = webhooks;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean mayBeGivenUp() {
        return false;
    }

    @Override
    public Outcome run(String thing) {
        PlayerId player = PlayerId.parse(thing);
        Departure departure = erasePlayer(player);
        if (departure.isCancelled()) {
            return Outcome.done();
        }
        if (departure.known() && !departure.isDue()) {
            return Outcome.again(departure.left());
        }
        return eraseTraces(player);
    }

    /** Who is locked here does not sign in meanwhile, and who signed in before is not due. */
    private Departure erasePlayer(PlayerId player) {
        return transactions
                .run(transaction -> departures
                        .lock(transaction, player)
                        .call(departure -> departure.isDue()
                                ? departures.erase(transaction, player).chain(() -> exports.drop(transaction, player))
                                : Uni.createFrom().voidItem()))
                .await()
                .indefinitely();
    }

    private Outcome eraseTraces(PlayerId player) {
        done(store.disownImports(player));
        done(webhooks.erase(player));
        done(store.disownPublications(player));
        // Media first: as long as there is one, the player may be told of it.
        boolean more = done(media.erase(player))
                | done(store.dropEvents(player))
                | done(store.dropWatching(player))
                | done(store.dropTickets(player))
                | done(store.dropReports(player))
                | done(store.dropQuizReports(player))
                | leavesQuizzes(player)
                | nameless(player);
        if (more) {
            return Outcome.again(Duration.ZERO);
        }
        return done(store.plays(player)) ? Outcome.again(UNTIL_MATCHES_ARE_OVER) : Outcome.done();
    }

    /** Leaves some quizzes; whether there may be more of them. */
    private boolean leavesQuizzes(PlayerId player) {
        List<UUID> some = done(quizzes.quizzes(player, QUIZZES_AT_ONCE));
        some.forEach(quiz -> done(transactions.run(transaction -> quizzes.leave(transaction, quiz, player))));
        return some.size() == QUIZZES_AT_ONCE;
    }

    /** Takes the name from some finished matches; whether there may be more of them. */
    private boolean nameless(PlayerId player) {
        List<MatchId> matches = done(store.matchesWithName(player, MATCHES_AT_ONCE));
        matches.forEach(match -> done(transactions.run(transaction -> nameless(transaction, match, player))));
        return matches.size() == MATCHES_AT_ONCE;
    }

    /**
     * The player's row of the match comes last and with the rest: as long as it has the name there is something to do.
     */
    private Uni<Void> nameless(Transaction transaction, MatchId match, PlayerId player) {
        return store.takeNameFromEvents(transaction, match, player)
                .chain(() -> store.takeName(transaction, match, player));
    }

    private static <T> T done(Uni<T> work) {
        return work.await().indefinitely();
    }
}
