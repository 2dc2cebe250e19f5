package app.vstrivia.model.match;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/**
 * What an answer is worth. Choices are masks: bit i stands for choice i. A number within its tolerance and an accepted text are
 * right answers, another is not; an answer to a poll is worth nothing.
 */
public enum Scoring {
    /**
     * Kahoot's published rule: {@code round((1 − (t/T)/2) · P)} with P = 1000; an answer within 0.5 s gets all of P. With
     * several right choices P is 500 for each right one that was taken, and nothing if a wrong one was. An order is right as a
     * whole or not at all, as in Kahoot's puzzles. Worked example: 2 s of 30 s gives 967.
     */
    @JsonProperty("kahoot")
    KAHOOT {
        @Override
        public int points(QuestionType type, int correct, int chosen, int elapsedMs, int limitMs) {
            return inTime(possible(type, correct, chosen), elapsedMs, limitMs);
        }

        @Override
        int ofOrder(int placed, int all) {
            return placed == all ? 1000 : 0;
        }

        @Override
        int inTime(int possible, int elapsedMs, int limitMs) {
            if (elapsedMs <= FULL_POINTS_MS) {
                return possible;
            }
            // In integers, half up: (1 − t/2T)·P = (2T − t)·P / 2T.
            long t = Math.min(elapsedMs, limitMs);
            long twice = 2L * limitMs;
            return (int) (((twice - t) * possible * 2 + twice) / (twice * 2));
        }

        private int possible(QuestionType type, int correct, int chosen) {
            if ((chosen & ~correct) != 0) {
                return 0;
            }
            return type == QuestionType.MULTIPLE
                    ? 500 * Integer.bitCount(chosen & correct)
                    : chosen == correct ? 1000 : 0;
        }
    },
    /**
     * Time does not matter: 1000 for a right answer. With several right choices, the share of the right ones that were
     * taken less the wrong ones, never below 0. Of an order the share of the choices that stand at their places: {@code
     * round(1000 · placed/all)}.
     */
    @JsonProperty("accuracy")
    ACCURACY {
        @Override
        public int points(QuestionType type, int correct, int chosen, int elapsedMs, int limitMs) {
            if (type != QuestionType.MULTIPLE) {
                return chosen == correct ? 1000 : 0;
            }
            int right = Integer.bitCount(chosen & correct);
            int wrong = Integer.bitCount(chosen & ~correct);
            return Math.max(0, Math.round(1000f * (right - wrong) / Integer.bitCount(correct)));
        }

        @Override
        int ofOrder(int placed, int all) {
            return Math.round(1000f * placed / all);
        }

        @Override
        int inTime(int possible, int elapsedMs, int limitMs) {
            return possible;
        }
    };

    /** An answer this fast is as good as one at once. */
    static final int FULL_POINTS_MS = 500;

    /**
     * Points from 0 up.
     *
     * @param elapsedMs time the player took, 0 to {@code limitMs}
     * @param limitMs time that was allowed, over 0
     */
    public abstract int points(QuestionType type, int correct, int chosen, int elapsedMs, int limitMs);

    /** The same for any type; an answer of a kind that the question does not ask for is worth nothing. */
    public int points(QuestionType type, Solution solution, Given given, int elapsedMs, int limitMs) {
        if (solution instanceof Solution.Marked && given instanceof Given.Choice choice) {
            return points(type, solution.mask(), choice.taken(), elapsedMs, limitMs);
        }
        if (solution instanceof Solution.Sequence right && given instanceof Given.Order order) {
            return inTime(ofOrder(right.placed(order), right.order().size()), elapsedMs, limitMs);
        }
        return inTime(solution.accepts(given) ? 1000 : 0, elapsedMs, limitMs);
    }

    /** What an order is worth at once. */
    abstract int ofOrder(int placed, int all);

    /** What is left of it after that time. */
    abstract int inTime(int possible, int elapsedMs, int limitMs);

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Scoring of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
