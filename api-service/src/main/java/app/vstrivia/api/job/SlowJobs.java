package app.vstrivia.api.job;

import app.vstrivia.api.platform.bulkhead.AllTaken;
import app.vstrivia.api.platform.bulkhead.Seats;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps jobs that take long, since they wait for others or have much to do, from taking all of a worker's threads: where
 * there are enough, one is always there for quick jobs, and a further one for the slow jobs of another kind.
 */
@ApplicationScoped
public class SlowJobs {
    private final int ofAKind;
    private final Seats all;
    private final Map<String, Seats> kinds = new ConcurrentHashMap<>();

    @Inject
    SlowJobs(WorkerConfig config) {
        this(config.threads());
    }

    /** @param threads of the worker, at least 1 */
    public SlowJobs(int threads) {
        ofAKind = Math.max(1, threads - 2);
        all = new Seats(Math.max(1, threads - 1));
    }

    /**
     * Takes a seat for one run of a job, to be closed once.
     *
     * @throws AllTaken if there is none; the job comes again later
     */
    public Seats.Seat take(String kind) {
        Seats.Seat ofKind =
                kinds.computeIfAbsent(kind, some -> new Seats(ofAKind)).take();
        try {
            Seats.Seat ofAll = all.take();
            return () -> {
                ofAll.close();
                ofKind.close();
            };
        } catch (AllTaken taken) {
            ofKind.close();
            throw taken;
        }
    }
}
