package app.vstrivia.api.support;

import app.vstrivia.api.platform.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** How many rows, of tables and indexes, the database reads for something; it counts them for each connection. */
public final class RowsRead {
    private RowsRead() {}

    /** @param work on the connection of the transaction */
    public static Uni<Long> by(Transaction transaction, Supplier<Uni<?>> work) {
        return counted(transaction).chain(first -> counted(transaction).chain(before -> work.get()
                .chain(() -> counted(transaction))
                // to ask reads some, too
                .map(after -> after - before - (before - first))));
    }

    private static Uni<Long> counted(Transaction transaction) {
        return transaction
                .connection()
                .query("SHOW SESSION STATUS LIKE 'Handler_read%'")
                .execute()
                .map(rows -> rows.stream()
                        .mapToLong(row -> Long.parseLong(row.getString(1)))
                        .sum());
    }
}
