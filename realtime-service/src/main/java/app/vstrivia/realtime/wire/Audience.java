package app.vstrivia.realtime.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Wires that get the same frames. Adding, removing and sending take effect on every wire in the order of the calls, which
 * the caller makes one at a time.
 */
public final class Audience {
    private final List<Section> sections = new ArrayList<>(1);

    public void add(Wire wire) {
        section(wire.loop()).add(wire);
    }

    public void remove(Wire wire) {
        section(wire.loop()).remove(wire);
    }

    /** Sends a frame that must arrive. */
    public void send(Frame frame) {
        sections.forEach(section -> section.send(frame));
    }

    /**
     * The same, watched: {@code writing} is told by each event loop to how many it begins to write, and what it gives is run once
     * those were flushed.
     */
    public void send(Frame frame, IntFunction<Runnable> writing) {
        sections.forEach(section -> section.send(frame, writing));
    }

    /** Sends a frame that replaces older ones of the same key; see {@link Wire#sendLatest}. */
    public void sendLatest(Object key, Frame frame) {
        sections.forEach(section -> section.sendLatest(key, frame));
    }

    private Section section(WireLoop loop) {
        for (Section section : sections) {
            if (section.loop == loop) {
                return section;
            }
        }
        Section added = new Section(loop);
        sections.add(added);
        return added;
    }

    /** Those of one event loop. {@code members} is touched on the loop alone, {@code size} by the callers alone. */
    private static final class Section {
        private final WireLoop loop;
        private final List<Wire> members = new ArrayList<>(2);
        private int size;

        Section(WireLoop loop) {
            this.loop = loop;
        }

        void add(Wire wire) {
            size++;
            loop.submit(() -> members.add(wire));
        }

        void remove(Wire wire) {
            size--;
            loop.submit(() -> takeOut(wire));
        }

        private void takeOut(Wire wire) {
            int at = members.indexOf(wire);
            if (at < 0) {
                return;
            }
            Wire last = members.remove(members.size() - 1);
            if (at < members.size()) {
                members.set(at, last);
            }
        }

        void send(Frame frame) {
            if (size > 0) {
                loop.submit(() -> loop.sendToAll(frame, members));
            }
        }

        void send(Frame frame, IntFunction<Runnable> writing) {
            if (size > 0) {
                loop.submit(() -> {
                    loop.afterFlush(writing.apply(members.size()));
                    loop.sendToAll(frame, members);
                });
            }
        }

        void sendLatest(Object key, Frame frame) {
            if (size > 0) {
                loop.submit(() -> members.forEach(member -> member.putLatest(key, frame)));
            }
        }
    }
}
