package app.vstrivia.local.prove.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What did not hold. All are counted, the first ones kept. */
public final class Violations {
    private static final int KEPT = 200;

    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> first = new ArrayList<>();

    /** @param check which one found it; the same for all of a kind */
    public synchronized void add(String check, String text) {
        counts.merge(check, 1, Integer::sum);
        if (first.size() < KEPT) {
            first.add(check + ": " + text);
        }
    }

    public synchronized int count() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many of each kind. */
    public synchronized Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }

    /** In the order in which they were found. */
    public synchronized List<String> first() {
        return List.copyOf(first);
    }
}
