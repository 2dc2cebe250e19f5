package app.vstrivia.api.question.importing.background;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.question.importing.Checkpoint;
import app.vstrivia.api.question.importing.Finding;
import app.vstrivia.api.question.importing.ImportFigures;
import app.vstrivia.model.protocol.ImportEvent;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * How one run of an import goes on: each step is noted, some are told, and after a while it is another run's turn. A step
 * counts when {@link #isEnough} is asked, since its transaction may be tried again.
 */
final class Progress implements Checkpoint {
    /** Who watches hears of no more than one step in this time. */
    private static final Duration TELLING = Duration.ofSeconds(1);

    /** A run takes so long, and at least as long as it took to find the place where it goes on. */
    private static final Duration RUN = Duration.ofSeconds(20);

    private final BackgroundImport row;
    private final BackgroundImportStore store;
    private final LongSupplier nanos;
    private final long began;
    private boolean found;
    private long foundAt;
    private long stepAt;
    private long notedAt;
    private boolean toldAny;
    private boolean tells;
    private long toldAt;

    Progress(BackgroundImport row, BackgroundImportStore store, LongSupplier nanos) {
        this.row = row;
        this.store = store;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
        this.stepAt = began;
    }

    @Override
    public Uni<Void> note(Transaction transaction, ImportFigures before, ImportFigures now, List<Finding> findings) {
        notedAt = nanos.getAsLong();
        tells = !toldAny || notedAt - toldAt >= TELLING.toNanos();
        return store.advance(transaction, row.id(), before.read(), now, Duration.ofNanos(notedAt - stepAt))
                .invoke(advanced -> {
                    if (!advanced) {
                        throw new Overtaken();
                    }
                })
                .chain(() -> findings.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : store.add(transaction, row.id(), now.read(), findings))
                .invoke(() -> {
                    if (tells) {
                        transaction.tell(
                                row.stream(),
                                new ImportEvent.ImportProgress(
                                        now.read(), now.added(), now.duplicates(), now.refused()));
                    }
                });
    }

    /** To be asked after each step: whether it is another run's turn. */
    boolean isEnough() {
        stepAt = notedAt;
        toldAt = tells ? notedAt : toldAt;
        toldAny |= tells;
        foundAt = found ? foundAt : notedAt;
        found = true;
        return nanos.getAsLong() - foundAt >= Math.max(RUN.toNanos(), foundAt - began);
    }
}
