package app.vstrivia.api.publication;

import app.vstrivia.api.audit.Actor;
import app.vstrivia.api.job.Job;
import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.media.Exhibits;
import app.vstrivia.api.platform.storage.PublicFiles;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.publication.version.VersionService;
import app.vstrivia.api.question.bank.BankService;
import app.vstrivia.api.quiz.QuizService;
import app.vstrivia.api.webhook.WebhookKind;
import app.vstrivia.api.webhook.delivery.Webhooks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Withdraws the versions that show a part which was refused. A version is one document for ever, and a question about a picture
 * is none without it; so there is no other document in its place: nobody is shown the version any more, its files go, the
 * document among them, and its author publishes the quiz again, with something else.
 */
@ApplicationScoped
class WithdrawalJob implements Job {
    static final String KIND = "publication-withdrawal";
    private static final Actor MODERATION = new Actor(null, "moderation");

    private final PartStore parts;
    private final Exhibits exhibits;
    private final BankService bank;
    private final QuizService quizzes;
    private final VersionService versions;
    private final PublicFiles files;
    private final Webhooks webhooks;
    private final Transactions transactions;

    WithdrawalJob(
            PartStore parts,
            Exhibits exhibits,
            BankService bank,
            QuizService quizzes,
            VersionService versions,
            PublicFiles files,
            Webhooks webhooks,
            Transactions transactions) {
        this.parts = parts;
        this.exhibits = exhibits;
        this.bank = bank;
        this.quizzes = quizzes;
        this.versions = versions;
        this.files = files;
        this.webhooks = webhooks;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Otherwise everybody would go on seeing what nobody may see. */
    @Override
    public boolean mayBeGivenUp() {
        return false;
    }

    /** What is withdrawn already may have files still, of a run that was killed. */
    @Override
    public Outcome run(String thing) {
        RefusedPart part = RefusedPart.parse(thing);
        for (PartStore.Shown version : parts.showing(part.id()).await().indefinitely()) {
            boolean withdrawn = transactions
                    .run(transaction -> withdraw(transaction, version, part))
                    .await()
                    .indefinitely();
            if (withdrawn || version.withdrawn()) {
                files.deleteAll(VersionService.folder(version.publication()));
            }
        }
        return Outcome.done();
    }

    /** False if somebody has thought better of it meanwhile. The owner is told of what everybody saw. */
    private Uni<Boolean> withdraw(Transaction transaction, PartStore.Shown version, RefusedPart part) {
        return quizzes.holdKept(transaction, version.quiz())
                .chain(() -> isRefused(transaction, part))
                .call(refused -> refused
                        ? versions.withdraw(transaction, version.quiz(), version.publication(), MODERATION, part.id())
                                .chain(hidden -> hidden
                                        ? announce(transaction, version, part.id())
                                        : Uni.createFrom().voidItem())
                        : Uni.createFrom().voidItem());
    }

    /** Who decides otherwise waits for the transaction. */
    private Uni<Boolean> isRefused(Transaction transaction, RefusedPart part) {
        List<UUID> asked = List.of(part.id());
        return (part.isMedium() ? exhibits.unapproved(transaction, asked) : bank.unapproved(transaction, asked))
                .map(refused -> !refused.isEmpty());
    }

    private Uni<Void> announce(Transaction transaction, PartStore.Shown version, UUID part) {
        Map<String, String> data = Map.of(
                "quizId", version.quiz().toString(),
                "publicationId", version.publication().toString(),
                "refused", part.toString());
        return quizzes.owner(transaction, version.quiz())
                .chain(owner ->
                        webhooks.announce(transaction, WebhookKind.PUBLICATION_WITHDRAWN, owner.orElse(null), data));
    }
}
