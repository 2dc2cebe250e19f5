package app.vstrivia.api.question.importing;

import app.vstrivia.api.platform.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Notes how far an import has come, so that another run goes on from there. */
@FunctionalInterface
public interface Checkpoint {
    /** Notes nothing. */
    Checkpoint NONE = (transaction, before, now, findings) -> Uni.createFrom().voidItem();

    /**
     * Notes a step in the transaction of the questions that it adds: both are done, or neither is. A failure undoes the step;
     * the same step may be tried again.
     *
     * @param findings those of the step, in no order
     */
    Uni<Void> note(Transaction transaction, ImportFigures before, ImportFigures now, List<Finding> findings);
}
