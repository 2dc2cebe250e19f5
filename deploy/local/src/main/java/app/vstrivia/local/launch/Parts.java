package app.vstrivia.local.launch;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has been started, to be ended the other way round. */
final class Parts implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    /** A part that cannot be ended does not keep the others from being ended. */
    @Override
    public void close() {
        RuntimeException failure = null;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception broken) {
                failure = new IllegalStateException(broken);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
