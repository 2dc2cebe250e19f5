package app.vstrivia.realtime.stream;

import app.vstrivia.model.protocol.ProtocolCodec;
import app.vstrivia.model.protocol.ServerMessage;
import app.vstrivia.model.stream.StreamEvent;
import app.vstrivia.model.stream.StreamHead;
import app.vstrivia.model.stream.StreamId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One stream as this replica has it: how far it has been read, its newest events, and who reads it here. */
public final class LiveStream {
    private static final int RECENT = 256;

    private final StreamId id;
    private final long epoch;
    private final StreamObserver observer;
    private final Deque<Frame> recent = new ArrayDeque<>();
    private final Map<Subscriber, Long> subscribers = new LinkedHashMap<>();
    private long seq;
    private long wanted;
    private boolean fetching;
    private int holders;

    LiveStream(StreamHead start, StreamObserver observer) {
        this.id = start.stream();
        this.epoch = start.epoch();
        this.seq = start.seq();
        this.wanted = start.seq();
        this.observer = observer;
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
        boolean covered =
                from >= seq || !recent.isEmpty() && recent.peekFirst().event().seq() <= from + 1;
        if (!covered) {
            return false;
        }
        recent.stream().filter(frame -> frame.event().seq() > from).forEach(frame -> subscriber.deliver(frame.text()));
        subscribers.put(subscriber, Math.max(from, seq));
        return true;
    }

    public synchronized void unsubscribe(Subscriber subscriber) {
        subscribers.remove(subscriber);
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
        return List.copyOf(subscribers.keySet());
    }

    /**
     * Tells the readers something that is no event and of which only the newest counts, such as a number.
     *
     * @param key of what the message takes the place
     */
    public synchronized void tellLatest(String key, ServerMessage message) {
        String frame = ProtocolCodec.encode(message);
        subscribers.keySet().forEach(subscriber -> subscriber.deliver(frame));
    }

    /** Takes those of {@code events} that come next; says whether any did. */
    synchronized boolean accept(List<StreamEvent> events) {
        boolean news = false;
        for (StreamEvent event : events) {
            if (event.seq() == seq + 1 && event.epoch() == epoch) {
                seq = event.seq();
                deliver(event);
                news = true;
            }
        }
        return news;
    }

    private void deliver(StreamEvent event) {
        observer.beforeDelivery(event);
        Frame frame = new Frame(event, event.toFrame());
        recent.addLast(frame);
        if (recent.size() > RECENT) {
            recent.removeFirst();
        }
        // A reader whose snapshot was taken ahead of this replica's reading has the event in it already.
        subscribers.replaceAll((subscriber, has) -> {
            if (event.seq() > has) {
                subscriber.deliver(frame.text());
                return event.seq();
            }
            return has;
        });
        observer.afterDelivery(this, event);
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

    private record Frame(StreamEvent event, String text) {}
}
