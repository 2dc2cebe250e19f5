package app.vstrivia.model.match;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What an answer is worth. Choices are masks: bit i stands for choice i. */
public enum Scoring {
    /**
     * Kahoot's published rule: {@code round((1 − (t/T)/2) · P)} with P = 1000; an answer within 0.5 s gets all of P. With
     * several right choices P is 500 for each right one that was taken, and nothing if a wrong one was. Worked example:
     * 2 s of 30 s gives 967.
     */
    @JsonProperty("kahoot")
    KAHOOT {
        @Override
        public int points(QuestionType type, int correct, int chosen, int elapsedMs, int limitMs) {
            int possible = possible(type, correct, chosen);
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
     * taken less the wrong ones, never below 0.
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

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Scoring of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
