package app.vstrivia.api.webhook.delivery;

import app.vstrivia.api.job.Job;
import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.job.SlowJobs;
import app.vstrivia.api.platform.bulkhead.AllTaken;
import app.vstrivia.api.platform.bulkhead.Seats;
import app.vstrivia.model.id.UuidV7;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Sees to it that a delivery is sent: by sending whatever is due, each webhook in its turn, until this one was. */
@ApplicationScoped
class DeliveryJob implements Job {
    static final String KIND = "webhook-delivery";

    /** Longer than an attempt with all that belongs to it: after that whoever has taken a webhook is dead. */
    static final Duration LEASE = Duration.ofSeconds(30);

    /** After that it is another job's turn. */
    private static final Duration RUN = Duration.ofSeconds(10);

    /** Until then others may have done it. */
    private static final Duration OTHERS = Duration.ofMillis(500);

    private final EndpointStore store;
    private final Sender sender;
    private final Settlement settlement;
    private final SlowJobs slowJobs;

    DeliveryJob(EndpointStore store, Sender sender, Settlement settlement, SlowJobs slowJobs) {
        this.store = store;
        this.sender = sender;
        this.settlement = settlement;
        this.slowJobs = slowJobs;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** It was promised. */
    @Override
    public boolean mayBeGivenUp() {
        return false;
    }

    @Override
    public Outcome run(String thing) {
        UUID id = UuidV7.parse(thing);
        if (isOver(id)) {
            return Outcome.done();
        }
        Seats.Seat seat;
        try {
            seat = slowJobs.take(KIND);
        } catch (AllTaken later) {
            return Outcome.again(scattered(OTHERS));
        }
        try {
            sendWhatIsDue();
        } finally {
            seat.close();
        }
        return isOver(id) ? Outcome.done() : Outcome.again(wait(id));
    }

    /** Whether there is nothing to send any more. */
    private boolean isOver(UUID id) {
        Optional<EndpointStore.Waiting> found = done(store.waiting(id));
        if (found.isEmpty()) {
            return true;
        }
        if (!found.get().webhook()) {
            done(store.drop(id));
            return true;
        }
        if (found.get().disabled()) {
            done(store.giveUp(id));
            return true;
        }
        return false;
    }

    private Duration wait(UUID id) {
        Duration left = done(store.waiting(id)).map(EndpointStore.Waiting::left).orElse(Duration.ZERO);
        return left.compareTo(Duration.ZERO) > 0 ? left.plus(scattered(left.dividedBy(20))) : scattered(OTHERS);
    }

    private void sendWhatIsDue() {
        long began = System.nanoTime();
        while (System.nanoTime() - began < RUN.toNanos()) {
            Optional<UUID> next = done(store.next());
            if (next.isEmpty()) {
                return;
            }
            if (done(store.take(next.get(), LEASE))) {
                sendTo(next.get());
            }
        }
    }

    private void sendTo(UUID webhook) {
        Optional<Parcel> due = done(store.due(webhook));
        if (due.isEmpty()) {
            done(store.free(webhook));
            return;
        }
        Answer answer = done(sender.send(due.get()));
        done(settlement.settle(due.get(), answer));
    }

    /** What waits for the same does not come at the same moment. */
    private static Duration scattered(Duration least) {
        return least.plusMillis(ThreadLocalRandom.current().nextLong(least.toMillis() + 1));
    }

    private static <T> T done(Uni<T> work) {
        return work.await().indefinitely();
    }
}
