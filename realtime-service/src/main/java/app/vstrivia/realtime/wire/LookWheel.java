package app.vstrivia.realtime.wire;

import java.util.concurrent.TimeUnit;

/**
 * When each of many is to be looked at next: a wheel of slots. What nothing happens to costs nothing until then, and moving
 * or taking out one of them does not depend on how many there are. Of one event loop.
 */
final class LookWheel {
    static final int TICK_MS = 250;
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(TICK_MS);
    /** 128 s: more than a client may be silent. Who is to be looked at later is asked once more in between. */
    private static final int SLOTS = 512;

    private final Entry[] slots = new Entry[SLOTS];
    private final long began;
    /** The last one that was dealt with. */
    private long tick;

    /** @param now of {@link System#nanoTime}, as all moments here */
    LookWheel(long now) {
        this.began = now;
    }

    /** Has the entry looked at as soon as {@code at} is over, in place of what was said before. */
    void schedule(Entry entry, long at) {
        remove(entry);
        long due = (at - began) / TICK_NANOS + 1;
        entry.due = Math.min(Math.max(due, tick + 1), tick + SLOTS - 1);
        Entry first = slots[slot(entry.due)];
        entry.next = first;
        if (first != null) {
            first.previous = entry;
        }
        slots[slot(entry.due)] = entry;
    }

    /** The same, unless the entry is looked at before that anyway. */
    void scheduleBy(Entry entry, long at) {
        if (entry.due == Entry.NEVER || (at - began) / TICK_NANOS + 1 < entry.due) {
            schedule(entry, at);
        }
    }

    /** Not to be looked at any more. */
    void remove(Entry entry) {
        if (entry.due == Entry.NEVER) {
            return;
        }
        if (entry.previous == null) {
            slots[slot(entry.due)] = entry.next;
        } else {
            entry.previous.next = entry.next;
        }
        if (entry.next != null) {
            entry.next.previous = entry.previous;
        }
        entry.previous = null;
        entry.next = null;
        entry.due = Entry.NEVER;
    }

    /** Looks at all whose time has come. They are out of the wheel until they are scheduled again. */
    void turn(long now) {
        long until = (now - began) / TICK_NANOS;
        while (tick < until) {
            tick++;
            for (Entry first = slots[slot(tick)]; first != null; first = slots[slot(tick)]) {
                remove(first);
                first.look(now);
            }
        }
    }

    private static int slot(long tick) {
        return (int) (tick % SLOTS);
    }

    /** One that is looked at; the links are part of it, since there are many. */
    abstract static class Entry {
        private static final long NEVER = 0;

        private Entry previous;
        private Entry next;
        private long due = NEVER;

        /** Its time has come; must not throw. */
        abstract void look(long now);
    }
}
