package app.vstrivia.realtime.platform.observe;

import java.util.Map;
import org.jboss.logging.MDC;

/** The ids that stand beside a line of the log, by the names that the API uses as well. */
public final class LogKeys {
    public static final String MATCH = "matchId";
    public static final String PLAYER = "playerId";
    public static final String REQUEST = "requestId";
    public static final String STREAM = "stream";

    private LogKeys() {}

    /** Runs {@code line}, which logs. */
    public static void with(Map<String, ?> keys, Runnable line) {
        keys.forEach((key, id) -> MDC.put(key, id.toString()));
        try {
            line.run();
        } finally {
            keys.keySet().forEach(MDC::remove);
        }
    }

    /** The same with one id. */
    public static void with(String key, Object id, Runnable line) {
        with(Map.of(key, id), line);
    }
}
