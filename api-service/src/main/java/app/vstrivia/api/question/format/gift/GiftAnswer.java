package app.vstrivia.api.question.format.gift;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One answer.
 *
 * @param full whether it begins with {@code =}
 * @param weight in percent; 100 is right, what is less is right in part, and 0 or less is wrong
 * @param text with its escapes hidden
 */
record GiftAnswer(boolean full, double weight, String text, boolean hasFeedback) {
    private static final Pattern MARKED =
            Pattern.compile("(?s)([=~])\\s*(?:%(-?\\d{1,3}(?:\\.\\d+)?)%)?([^=~#]*)(#[^=~]*)?");

    /** The answers that begin with {@code =} or {@code ~}, in order; empty if {@code text} has none. */
    static List<GiftAnswer> all(String text) {
        List<GiftAnswer> answers = new ArrayList<>();
        Matcher found = MARKED.matcher(text);
        while (found.find()) {
            boolean full = found.group(1).equals("=");
            double weight = found.group(2) != null ? Double.parseDouble(found.group(2)) : full ? 100 : 0;
            answers.add(of(full, weight, found.group(3), found.group(4)));
        }
        return answers;
    }

    /** The only answer, without a sign before it. */
    static GiftAnswer only(String text) {
        int feedback = text.indexOf('#');
        return feedback < 0
                ? of(true, 100, text, null)
                : of(true, 100, text.substring(0, feedback), text.substring(feedback));
    }

    private static GiftAnswer of(boolean full, double weight, String text, String feedback) {
        return new GiftAnswer(full, weight, text.strip(), feedback != null && feedback.length() > 1);
    }

    boolean isRight() {
        return weight >= 100;
    }

    boolean isRightInPart() {
        return weight > 0 && weight < 100;
    }
}
