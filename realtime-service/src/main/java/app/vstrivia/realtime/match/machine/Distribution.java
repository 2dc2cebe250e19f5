package app.vstrivia.realtime.match.machine;

import app.vstrivia.model.match.Given;
import app.vstrivia.model.match.Solution;
import java.util.Arrays;
import java.util.List;

/**
 * How a round was answered. It tells nothing that players typed: of choices, how often each was taken; of a number, how many were
 * below, right and above; of an order, how many had the right choice at each place; of a text, how many typed each of those that
 * are accepted.
 */
public final class Distribution {
    private final Solution solution;
    private final int[] counts;

    /** @param choices how many the round showed */
    public Distribution(Solution solution, int choices) {
        this.solution = solution;
        this.counts = new int[size(solution, choices)];
    }

    private static int size(Solution solution, int choices) {
        if (solution instanceof Solution.Near) {
            return 3;
        }
        return solution instanceof Solution.Spelled texts ? texts.accepted().size() : choices;
    }

    /** Adds the same answer of some players. */
    public void add(Given given, int players) {
        if (given instanceof Given.Choice choice) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] += (choice.taken() & 1 << i) == 0 ? 0 : players;
            }
        } else if (given instanceof Given.Number number && solution instanceof Solution.Near near) {
            counts[1 + near.side(number)] += players;
        } else if (given instanceof Given.Order order && solution instanceof Solution.Sequence right) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] += right.isPlaced(order, i) ? players : 0;
            }
        } else if (given instanceof Given.Text text && solution instanceof Solution.Spelled texts) {
            int which = texts.which(text);
            if (which >= 0) {
                counts[which] += players;
            }
        }
    }

    public List<Integer> counts() {
        return Arrays.stream(counts).boxed().toList();
    }
}
