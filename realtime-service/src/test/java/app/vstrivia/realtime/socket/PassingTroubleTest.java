package app.vstrivia.realtime.socket;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.mysqlclient.MySQLException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class PassingTroubleTest {
    @Test
    void aDatabaseThatIsAwayOrBusyIsTroubleThatPasses() {
        for (Throwable failure : List.of(
                new ConnectException("Connection refused"),
                ClosedConnectionException.INSTANCE,
                new NoStackTraceThrowable("Timeout"),
                new RejectedExecutionException("too many answers wait"),
                new TimeoutException("the round has not been sealed yet"),
                new MySQLException("Lock wait timeout exceeded", 1205, "HY000"),
                new MySQLException("Deadlock found", 1213, "40001"),
                new MySQLException("Too many connections", 1040, "08004"))) {
            assertTrue(PassingTrouble.is(failure), failure::toString);
        }
    }

    @Test
    void whatGoesWrongAgainIsAFault() {
        for (Throwable failure : List.of(
                new NullPointerException(),
                new IllegalStateException("no such round"),
                new ClassCastException(),
                new MySQLException("Duplicate entry", 1062, "23000"),
                new MySQLException("Data too long", 1406, "22001"),
                new MySQLException("Unknown column", 1054, "42S22"))) {
            assertFalse(PassingTrouble.is(failure), failure::toString);
        }
    }
}
