package app.vstrivia.api.question;

import app.vstrivia.model.text.Decimal;
import app.vstrivia.model.text.TextMatch;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;

/** What there is to answer, and what is right. Each constructor throws IllegalArgumentException for what could not be played. */
public sealed interface QuestionBody {
    QuestionKind kind();

    /** What is shown to pick from; empty where something is typed, set or sorted. */
    default List<Choice> choices() {
        return List.of();
    }

    /** One choice is right. */
    record Single(List<Choice> choices) implements QuestionBody {
        public Single {
            choices = List.copyOf(choices);
            require(choices.size() >= 2 && right(choices) == 1, "of two or more choices one is right");
        }

        @Override
        public QuestionKind kind() {
            return QuestionKind.SINGLE;
        }
    }

    /** One or more choices are right, and all of them are asked for. */
    record Multiple(List<Choice> choices) implements QuestionBody {
        public Multiple {
            choices = List.copyOf(choices);
            require(choices.size() >= 2 && right(choices) >= 1, "of two or more choices one or more are right");
        }

        @Override
        public QuestionKind kind() {
            return QuestionKind.MULTIPLE;
        }
    }

    /** True or false, in this order. */
    record TrueFalse(boolean right) implements QuestionBody {
        @Override
        public QuestionKind kind() {
            return QuestionKind.BOOLEAN;
        }

        @Override
        public List<Choice> choices() {
            return List.of(new Choice("True", right), new Choice("False", !right));
        }
    }

    /**
     * A number.
     *
     * @param tolerance what is right may differ so much from {@code value}, to either side
     * @param slider null if the number is typed
     */
    record Numeric(BigDecimal value, BigDecimal tolerance, Slider slider) implements QuestionBody {
        public Numeric {
            value = Decimal.plain(value);
            tolerance = Decimal.plain(tolerance);
            require(tolerance.signum() >= 0, "a tolerance is not negative");
            require(slider == null || slider.reaches(value), "the value is on the slider");
        }

        @Override
        public QuestionKind kind() {
            return QuestionKind.NUMERIC;
        }
    }

    /** @param items different from each other, in the right order */
    record Ordering(List<String> items) implements QuestionBody {
        public Ordering {
            items = different(items, 2);
        }

        @Override
        public QuestionKind kind() {
            return QuestionKind.ORDERING;
        }
    }

    /** @param accepted what counts as right (see {@link TextMatch}); the first is shown as the answer */
    record Text(List<String> accepted) implements QuestionBody {
        public Text {
            accepted = different(accepted, 1);
        }

        @Override
        public QuestionKind kind() {
            return QuestionKind.TEXT;
        }
    }

    /** Nothing is right or wrong. */
    record Poll(List<String> options) implements QuestionBody {
        public Poll {
            options = different(options, 2);
        }

        @Override
        public QuestionKind kind() {
            return QuestionKind.POLL;
        }

        @Override
        public List<Choice> choices() {
            return options.stream().map(text -> new Choice(text, false)).toList();
        }
    }

    private static long right(List<Choice> choices) {
        return choices.stream().filter(Choice::correct).count();
    }

    private static List<String> different(List<String> texts, int least) {
        require(texts.size() >= least && new HashSet<>(texts).size() == texts.size(), "the texts differ");
        return List.copyOf(texts);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
