package app.vstrivia.realtime.match.clock;

import app.vstrivia.model.match.QuestionType;
import app.vstrivia.model.match.Scoring;

/**
 * {@link Scoring#points} as SQL over the columns {@code choices} and {@code elapsed_ms}, for rounds with more answers than
 * are worth writing back one by one. A test compares the two, value by value.
 */
final class PointsRows {
    private PointsRows() {}

    /** @param limitMs time that was allowed, over 0 */
    static String points(Scoring scoring, QuestionType type, int correct, int limitMs) {
        return switch (scoring) {
            case KAHOOT -> kahoot(possible(type, correct), limitMs);
            case ACCURACY -> accuracy(type, correct);
        };
    }

    private static String possible(QuestionType type, int correct) {
        String right = type == QuestionType.MULTIPLE
                ? "500 * BIT_COUNT(choices & " + correct + ")"
                : "IF(choices = " + correct + ", 1000, 0)";
        return "IF((choices & " + wrong(correct) + ") <> 0, 0, " + right + ")";
    }

    /** The mask of all other choices; not negative, for that would be another number to the database. */
    private static int wrong(int correct) {
        return ~correct & Integer.MAX_VALUE;
    }

    private static String kahoot(String possible, int limitMs) {
        int twice = 2 * limitMs;
        return "IF(elapsed_ms <= 500, " + possible + ", ((" + twice + " - LEAST(elapsed_ms, " + limitMs + ")) * "
                + possible + " * 2 + " + twice + ") DIV " + 2L * twice + ")";
    }

    private static String accuracy(QuestionType type, int correct) {
        if (type != QuestionType.MULTIPLE) {
            return "IF(choices = " + correct + ", 1000, 0)";
        }
        String net = "(CAST(BIT_COUNT(choices & " + correct + ") AS SIGNED) - CAST(BIT_COUNT(choices & "
                + wrong(correct) + ") AS SIGNED))";
        int all = Integer.bitCount(correct);
        return "GREATEST(0, (2000 * " + net + " + " + all + ") DIV " + 2 * all + ")";
    }
}
