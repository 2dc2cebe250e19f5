package app.vstrivia.local.client;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The matches that a client reads, and which of them a new connection still has to be asked for. */
final class Joined {
    private final Set<String> matches = new LinkedHashSet<>();
    private Set<String> named = Set.of();
    private int messages;

    /** Whether it is a new one. */
    boolean add(String match) {
        return matches.add(match);
    }

    void remove(String match) {
        matches.remove(match);
    }

    /** The last hello named these streams: what was joined since then over another connection has to be joined again. */
    void named(Set<String> streams) {
        named = streams;
    }

    /** Those that the last hello did not name. */
    List<String> missing() {
        return matches.stream()
                .filter(match -> !named.contains("match:" + match))
                .toList();
    }

    /** Asks for a match's stream, with an id of its own. */
    String message(String match) {
        return Messages.join("j" + ++messages, match);
    }
}
