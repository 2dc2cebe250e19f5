package app.vstrivia.api.question.report;

import app.vstrivia.api.platform.transaction.Transaction;
import io.smallrye.mutiny.Uni;

/** Takes reports of questions that are none of the bank's; this way round, since whoever has such questions uses the bank. */
public interface OtherReports {
    /** In place of what the player said before; {@link Filing#NONE} if there is no such question any more. */
    Uni<Filing> put(Transaction transaction, ShownRound round, Complaint complaint);
}
