package app.vstrivia.model.protocol;

import java.util.ArrayList;
import java.util.List;

/** Choices as the wire has them (indexes from 0, ascending, each once) and as the tables have them (a bit each). */
public final class Choices {
    /** The most choices that a question may offer. */
    public static final int MAX = 12;

    private Choices() {}

    /**
     * The given indexes in ascending order.
     *
     * @throws IllegalArgumentException if there is none, one stands twice or one is outside 0..{@value #MAX}-1
     */
    public static List<Integer> checked(List<Integer> indexes) {
        if (indexes == null || indexes.isEmpty() || indexes.size() > MAX) {
            throw new IllegalArgumentException("an answer names 1 to " + MAX + " choices");
        }
        int mask = 0;
        for (Integer index : indexes) {
            if (index == null || index < 0 || index >= MAX || (mask & 1 << index) != 0) {
                throw new IllegalArgumentException("a choice is an index from 0, each once");
            }
            mask |= 1 << index;
        }
        return toList(mask);
    }

    public static int toMask(List<Integer> indexes) {
        return indexes.stream().mapToInt(index -> 1 << index).reduce(0, (a, b) -> a | b);
    }

    public static List<Integer> toList(int mask) {
        List<Integer> indexes = new ArrayList<>(Integer.bitCount(mask));
        for (int rest = mask; rest != 0; rest &= rest - 1) {
            indexes.add(Integer.numberOfTrailingZeros(rest));
        }
        return List.copyOf(indexes);
    }
}
