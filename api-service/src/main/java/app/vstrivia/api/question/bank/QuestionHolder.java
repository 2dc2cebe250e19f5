package app.vstrivia.api.question.bank;

import app.vstrivia.api.platform.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Whoever shows questions of the bank, and must stop when one is retired. */
public interface QuestionHolder {
    /**
     * The question is retired. It is locked, so that nothing else may be locked here: what is to be done is a job, added to the
     * transaction.
     */
    Uni<Void> retired(Transaction transaction, UUID question);
}
