package app.vstrivia.api.privacy.export;

import app.vstrivia.api.identity.UnknownPlayer;
import app.vstrivia.api.job.Jobs;
import app.vstrivia.api.platform.storage.FileLink;
import app.vstrivia.api.platform.storage.PrivateFiles;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** What is known about a player, for that player. */
@ApplicationScoped
public class ExportService {
    private final ExportStore exports;
    private final Transactions transactions;
    private final Jobs jobs;
    private final PrivateFiles files;

    ExportService(ExportStore exports, Transactions transactions, Jobs jobs, PrivateFiles files) {
        this.exports = exports;
        this.transactions = transactions;
        this.jobs = jobs;
        this.files = files;
    }

    /**
     * The last one, if there is one. If it is older than a day, or there is none, one is made, and {@code export-ready}
     * on the player's stream tells when it is there. Fails with {@link UnknownPlayer}.
     */
    public Uni<ExportView> export(PlayerId player) {
        return transactions
                .run(transaction -> exports.lock(transaction, player)
                        .call(export -> export.filter(Export::isFresh).isPresent()
                                ? Uni.createFrom().voidItem()
                                : request(transaction, player)))
                .chain(export -> export.filter(Export::isReady)
                        .map(ready -> files.signing(() -> view(player, ready)))
                        .orElseGet(() -> Uni.createFrom().item(ExportView.pending())));
    }

    private Uni<Void> request(Transaction transaction, PlayerId player) {
        return exports.request(transaction, player)
                .invoke(known -> {
                    if (!known) {
                        throw new UnknownPlayer();
                    }
                })
                .chain(() -> jobs.add(transaction, ExportJob.KIND, player.toString(), Duration.ZERO));
    }

    private ExportView view(PlayerId player, Export ready) {
        FileLink link = files.link(ExportJob.key(player), "vs-trivia-export.zip");
        return new ExportView(
                "ready",
                instant(ready.madeAt()),
                instant(ready.keptUntil()),
                link.url(),
                link.expiresAt().truncatedTo(ChronoUnit.MILLIS));
    }

    private static Instant instant(LocalDateTime moment) {
        return moment.toInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    }

    /** As a part of an erasure: the file goes soon afterwards. */
    public Uni<Void> drop(Transaction transaction, PlayerId player) {
        return exports.drop(transaction, player)
                .chain(() -> jobs.add(transaction, ExportJob.KIND, player.toString(), Duration.ZERO));
    }
}
