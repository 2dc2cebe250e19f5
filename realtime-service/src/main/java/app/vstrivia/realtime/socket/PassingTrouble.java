package app.vstrivia.realtime.socket;

import app.vstrivia.model.sql.WrongStatement;
import app.vstrivia.realtime.platform.observe.LogKeys;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Tells what the same message may not meet when it is said again (a database that is away, a row that is held, too much that
 * waits, a round that is not sealed yet) from a fault of the service, which it will.
 */
final class PassingTrouble {
    private PassingTrouble() {}

    static boolean is(Throwable failure) {
        return failure instanceof VertxException && !WrongStatement.is(failure)
                || failure instanceof NoStackTraceThrowable
                || failure instanceof IOException
                || failure instanceof RejectedExecutionException
                || failure instanceof TimeoutException
                || failure instanceof io.smallrye.mutiny.TimeoutException;
    }

    /** A fault with its place; trouble, of which there is one for each message while it lasts, in a line. */
    static void log(Logger log, Map<String, ?> keys, String what, Throwable failure) {
        LogKeys.with(keys, () -> {
            if (is(failure)) {
                log.warnf("%s: %s", what, failure.getMessage());
            } else {
                log.errorf(failure, "%s", what);
            }
        });
    }
}
