package app.vstrivia.model.match;

import app.vstrivia.model.observe.SharedMetric;
import app.vstrivia.model.protocol.ErrorCode;
import app.vstrivia.model.protocol.ServerMessage.Ack.Status;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Counts what becomes of answers. All meters are there from the start: counting one makes no object. */
@ApplicationScoped
public class AnswerFigures {
    private final Map<Status, Timer> acked = new EnumMap<>(Status.class);
    private final Map<String, Counter> refusals = new HashMap<>();
    private final Timer failed;

    AnswerFigures(MeterRegistry registry) {
        for (Status status : Status.values()) {
            acked.put(status, SharedMetric.ANSWERS.timer(registry, status.name().toLowerCase(Locale.ROOT)));
        }
        for (ErrorCode code : ErrorCode.values()) {
            refusals.put(code.code(), SharedMetric.ANSWERS_REFUSED.counter(registry, code.code()));
        }
        failed = SharedMetric.ANSWERS.timer(registry, "failed");
    }

    void start(@Observes StartupEvent started) {
        // The meters are there before the first answer is, so that it increases them.
    }

    /**
     * An answer got its acknowledgement.
     *
     * @param code an {@link ErrorCode}'s, if it was refused
     * @param began when the answer came in, as {@link System#nanoTime()}
     */
    public void acked(Status status, String code, long began) {
        acked.get(status).record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        if (status == Status.REFUSED) {
            refusals.get(code).increment();
        }
    }

    /** An answer cannot count, and the client was told so by an error. */
    public void refused(ErrorCode code, long began) {
        acked(Status.REFUSED, code.code(), began);
    }

    /** Nothing is known to be stored. */
    public void failed(long began) {
        failed.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    }
}
