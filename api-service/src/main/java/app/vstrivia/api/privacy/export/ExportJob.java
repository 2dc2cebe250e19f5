package app.vstrivia.api.privacy.export;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import app.vstrivia.api.job.Job;
import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.platform.storage.PrivateFiles;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.protocol.PlayerEvent;
import app.vstrivia.model.stream.StreamId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes a player's file, and deletes it a week later. One job for both: so they never meet. Each player's file has one
 * key, so that a crash leaves none behind that nobody knows.
 */
@ApplicationScoped
class ExportJob implements Job {
    static final String KIND = "export";

    private final ExportStore exports;
    private final ExportFile zip;
    private final PrivateFiles files;
    private final Transactions transactions;

    ExportJob(ExportStore exports, ExportFile zip, PrivateFiles files, Transactions transactions) {
        this.exports = exports;
        this.zip = zip;
        this.files = files;
        this.transactions = transactions;
    }

    static String key(PlayerId player) {
        return "exports/" + player + ".zip";
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
        Optional<Export> found = exports.get(player).await().indefinitely();
        if (found.isEmpty()) {
            files.delete(key(player));
            return Outcome.done();
        }
        Export export = found.get();
        if (export.isWanted()) {
            make(player, export);
            return Outcome.again(Duration.ZERO);
        }
        if (export.isReady()) {
            return Outcome.again(export.left());
        }
        files.delete(key(player));
        boolean forgotten = exports.forget(player, export.requestedAt()).await().indefinitely();
        return forgotten ? Outcome.done() : Outcome.again(Duration.ZERO);
    }

    /**
     * The file has no name on the disk from its opening on (where the system can do that), so that a crash leaves
     * nothing.
     */
    private void make(PlayerId player, Export export) {
        try (FileChannel file =
                FileChannel.open(Files.createTempFile("export", ".zip"), READ, WRITE, DELETE_ON_CLOSE)) {
            zip.write(player, Channels.newOutputStream(file));
            files.put(key(player), file, "application/zip");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        tell(player, export);
    }

    /** Once, however often the file was made. */
    private void tell(PlayerId player, Export export) {
        transactions
                .run(transaction -> exports.made(transaction, player, export.requestedAt())
                        .invoke(made -> {
                            if (made) {
                                long keptUntil = Instant.now().plus(Export.KEPT).toEpochMilli();
                                transaction.tell(StreamId.of(player), new PlayerEvent.ExportReady(keptUntil));
                            }
                        }))
                .await()
                .indefinitely();
    }
}
