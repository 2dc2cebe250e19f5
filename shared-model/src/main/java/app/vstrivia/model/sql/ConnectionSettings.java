package app.vstrivia.model.sql;

import io.quarkus.reactive.mysql.client.MySQLPoolCreator;
import io.vertx.mysqlclient.MySQLBuilder;
import io.vertx.mysqlclient.MySQLException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The settings of each connection to the database. A process that froze while it held a row keeps the others waiting for
 * {@value #LOCK_WAIT_SECONDS} s and not for the server's 50: then the answer, or whatever it was, is tried again. What a machine
 * holds that vanished without a word is given back after a minute and not after the server's eight hours.
 */
@Singleton
public final class ConnectionSettings implements MySQLPoolCreator {
    /** How long a statement waits for a row, in seconds. */
    public static final int LOCK_WAIT_SECONDS = 3;

    /** How long the server keeps a connection that says nothing, and the rows that it holds, in seconds. */
    private static final int IDLE_SECONDS = 60;

    /** Prepared statements that a connection keeps; the server has 16,382 for all connections together. */
    private static final int STATEMENTS = 64;

    private static final Logger LOG = Logger.getLogger(ConnectionSettings.class);
    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private final Isolation isolation;

    /** @param isolation what a transaction sees of others: {@code repeatable-read} or {@code read-committed} */
    ConnectionSettings(
            @ConfigProperty(name = "trivia.database.isolation", defaultValue = "repeatable-read") Isolation isolation) {
        this.isolation = isolation;
    }

    @Override
    public Pool create(Input input) {
        input.mySQLConnectOptionsList().forEach(options -> options.setPreparedStatementCacheMaxSize(STATEMENTS));
        List<SqlConnectOptions> servers = List.copyOf(input.mySQLConnectOptionsList());
        return MySQLBuilder.pool(pool -> pool.with(input.poolOptions())
                .connectingTo(servers)
                .using(input.vertx())
                .withConnectHandler(this::prepare));
    }

    /** Closing gives the connection to the pool. */
    private void prepare(SqlConnection connection) {
        CloseFirst.into(connection);
        connection
                .query("SET SESSION TRANSACTION ISOLATION LEVEL " + isolation.sql())
                .execute()
                .compose(set -> connection
                        .query("SET SESSION innodb_lock_wait_timeout = " + LOCK_WAIT_SECONDS
                                + ", SESSION wait_timeout = " + IDLE_SECONDS)
                        .execute())
                .onComplete(set -> {
                    if (set.failed()) {
                        LOG.warnf(
                                "a connection's settings could not be made: %s",
                                set.cause().getMessage());
                    }
                    connection.close();
                });
    }

    /** Whether somebody else held a row for too long. */
    public static boolean lockWaitTimedOut(Throwable failure) {
        return failure instanceof MySQLException && ((MySQLException) failure).getErrorCode() == LOCK_WAIT_TIMEOUT;
    }
}
