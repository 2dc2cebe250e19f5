package app.vstrivia.realtime.stream;

import app.vstrivia.model.protocol.ServerMessage;
import app.vstrivia.model.stream.StreamEvent;
import app.vstrivia.model.stream.StreamHead;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.model.trace.Delivery;
import app.vstrivia.model.trace.Origin;
import app.vstrivia.model.trace.Traces;
import app.vstrivia.realtime.platform.observe.LogKeys;
import app.vstrivia.realtime.wire.Audience;
import app.vstrivia.realtime.wire.Frame;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** One stream as this replica has it: how far it has been read, its newest events, and who reads it here. */
public final class LiveStream {
    private static final Logger LOG = Logger.getLogger(LiveStream.class);

    private final StreamId id;
    private final long epoch;
    private final StreamObserver observer;
    private final Traces traces;
    private final Recent recent = new Recent();
    private final Set<Subscriber> subscribers = new LinkedHashSet<>(4);
    /** The wires of those who have everything up to {@code seq}. */
    private final Audience audience = new Audience();
    /** Those who have more already, from a newer snapshot, and how much; null while there are none. */
    private Map<Subscriber, Long> ahead;

    private long seq;
    private long wanted;
    private boolean fetching;
    private int holders;

    /** What is traced of what appended the event {@code originSeq}, while that has not come yet; mostly null. */
    private Origin origin;

    private long originSeq;

    LiveStream(StreamHead start, StreamObserver observer, Traces traces) {
        this.id = start.stream();
        this.epoch = start.epoch();
        this.seq = start.seq();
        this.wanted = start.seq();
        this.observer = observer;
        this.traces = traces;
    }

    public StreamId id() {
        return id;
    }

    public long epoch() {
        return epoch;
    }

    public synchronized long seq() {
        return seq;
    }

    /**
     * Adds a reader who has everything up to {@code from}, after sending what it misses.
     *
     * @return false if the events after {@code from} are not in memory; then nothing was done
     */
    synchronized boolean subscribe(Subscriber subscriber, long from) {
        if (!recent.reachesBackTo(from, seq)) {
            return false;
        }
        unsubscribe(subscriber);
        subscribers.add(subscriber);
        recent.after(from, subscriber.wire()::send);
        if (from > seq) {
            ahead = ahead == null ? new HashMap<>(4) : ahead;
            ahead.put(subscriber, from);
        } else {
            audience.add(subscriber.wire());
        }
        return true;
    }

    public synchronized void unsubscribe(Subscriber subscriber) {
        boolean isAhead = ahead != null && ahead.remove(subscriber) != null;
        if (subscribers.remove(subscriber) && !isAhead) {
            audience.remove(subscriber.wire());
        }
    }

    /** Says something to all readers that is no entry of the stream. */
    public synchronized void tell(Frame frame) {
        audience.send(frame);
        if (ahead != null) {
            ahead.keySet().forEach(subscriber -> subscriber.wire().send(frame));
        }
    }

    /** One more holds the stream; called by the hub alone, which does so for one stream at a time. */
    LiveStream hold() {
        holders++;
        return this;
    }

    /** One holds it no more; true if that was the last. */
    boolean letGo() {
        return --holders == 0;
    }

    /** Who reads it here, at this moment. */
    public synchronized List<Subscriber> subscribers() {
        return List.copyOf(subscribers);
    }

    /**
     * Tells the readers something that is no event and of which only the newest counts, such as a number.
     *
     * @param key of what the message takes the place
     */
    public synchronized void tellLatest(String key, ServerMessage message) {
        String slot = id + key;
        Frame frame = Frame.of(message);
        audience.sendLatest(slot, frame);
        if (ahead != null) {
            ahead.keySet().forEach(subscriber -> subscriber.wire().sendLatest(slot, frame));
        }
    }

    /** Takes those of {@code events} that come next; says whether any did. */
    synchronized boolean accept(List<StreamEvent> events) {
        return accept(events, null);
    }

    /** @param came what is traced of what appended them; null if nothing is */
    synchronized boolean accept(List<StreamEvent> events, Origin came) {
        boolean news = false;
        for (StreamEvent event : events) {
            if (event.seq() == seq + 1 && event.epoch() == epoch) {
                seq = event.seq();
                deliver(event, came);
                news = true;
            }
        }
        return news;
    }

    /** The event {@code of} has been appended, but has not come yet; when it is read, that will be known. */
    synchronized void expect(long of, Origin came) {
        if (of > seq) {
            origin = came;
            originSeq = of;
        }
    }

    private void deliver(StreamEvent event, Origin came) {
        Delivery delivery = traces.on() ? traces.delivery(event.traced(), originOf(event, came)) : null;
        tellObserver(() -> observer.beforeDelivery(event));
        Frame frame = Frame.of(event.toFrame());
        recent.append(event.seq(), frame);
        if (delivery == null) {
            audience.send(frame);
        } else {
            audience.send(frame, delivery::writing);
        }
        if (ahead != null) {
            level();
        }
        if (delivery != null) {
            delivery.handedOver(subscribers.size());
        }
        tellObserver(() -> observer.afterDelivery(this, event));
    }

    private Origin originOf(StreamEvent event, Origin came) {
        Origin expected = originSeq == event.seq() ? origin : null;
        if (originSeq <= event.seq()) {
            origin = null;
        }
        return came == null ? expected : came;
    }

    /** What an observer makes of an event must not keep it from the readers. */
    private void tellObserver(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException e) {
            LogKeys.with(LogKeys.STREAM, id, () -> LOG.errorf(e, "%s: an event was not understood", id));
        }
    }

    /** Those who were ahead get what follows, once the stream has come to where they are. */
    private void level() {
        ahead.entrySet().removeIf(entry -> {
            boolean level = entry.getValue() <= seq;
            if (level) {
                audience.add(entry.getKey().wire());
            }
            return level;
        });
        ahead = ahead.isEmpty() ? null : ahead;
    }

    /** Older events that were fetched. */
    synchronized void prepend(List<StreamEvent> events) {
        recent.prepend(events, seq);
    }

    /** Notes that the stream has come to {@code head}; true if the caller is to fetch, as nobody does it yet. */
    synchronized boolean startFetch(long head) {
        wanted = Math.max(wanted, head);
        if (fetching || seq >= wanted) {
            return false;
        }
        fetching = true;
        return true;
    }

    /** What the fetch that has just been started is to reach. */
    synchronized long fetchTarget() {
        return wanted;
    }

    /**
     * Ends a fetch that was to reach {@code target}; true if another one is due. One that brought nothing shows that
     * there is nothing up to its target, unless more has come to be known meanwhile.
     */
    synchronized boolean endFetch(long target, boolean progressed) {
        fetching = false;
        if (!progressed && wanted == target) {
            wanted = seq;
        }
        return startFetch(wanted);
    }

    /** Ends a fetch that failed; the next sweep of the heads starts another. */
    synchronized void abandonFetch() {
        fetching = false;
        wanted = seq;
    }
}
