package app.vstrivia.api.platform.transaction;

import io.vertx.mutiny.sqlclient.SqlConnection;

/** For what is measured by itself: reads on a connection, without a beginning, an end and events. */
public final class BareTransaction {
    private BareTransaction() {}

    public static Transaction on(SqlConnection connection) {
        return new Transaction(connection, null, null);
    }
}
