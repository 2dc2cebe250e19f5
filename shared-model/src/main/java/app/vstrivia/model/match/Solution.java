package app.vstrivia.model.match;

import app.vstrivia.model.protocol.Choices;
import app.vstrivia.model.protocol.NumberScale;
import app.vstrivia.model.protocol.ShownSolution;
import app.vstrivia.model.text.TextMatch;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What is right. It stays on the server until the reveal. */
public sealed interface Solution {
    /** Whether an answer is quite right; one of another kind is not. */
    boolean accepts(Given given);

    /** The right choices as a mask; 0 where none is. */
    default int mask() {
        return 0;
    }

    /** What the mask cannot say, as it is shown and stored; null if there is nothing. */
    default ShownSolution shown() {
        return null;
    }

    /** Whether there is a right answer at all. */
    default boolean isKnown() {
        return true;
    }

    /** Exactly these choices. */
    record Marked(int mask) implements Solution {
        @Override
        public boolean accepts(Given given) {
            return given instanceof Given.Choice choice && choice.taken() == mask;
        }
    }

    /** Any number that differs from {@code value} by {@code tolerance} at most. */
    record Near(BigDecimal value, BigDecimal tolerance) implements Solution {
        @Override
        public boolean accepts(Given given) {
            return given instanceof Given.Number number && side(number) == 0;
        }

        /** −1 for a number that is too small, 0 for a right one, 1 for one that is too large. */
        public int side(Given.Number number) {
            BigDecimal off = number.value().subtract(value);
            return off.abs().compareTo(tolerance) <= 0 ? 0 : off.signum();
        }

        /**
         * A number as somebody gives it who does not know: on the slider at a whole number of steps, without one a tenth to
         * twice of what is right.
         *
         * @param slider null if there is none
         * @param where on the scale, from 0 up to 1
         */
        public Given.Number guess(NumberScale slider, double where) {
            if (slider == null) {
                BigDecimal share = BigDecimal.valueOf(0.1 + 1.9 * where);
                BigDecimal size = value.abs().max(BigDecimal.ONE);
                return new Given.Number(size.multiply(share).setScale(1, RoundingMode.HALF_UP));
            }
            BigDecimal least = new BigDecimal(slider.min());
            BigDecimal step = new BigDecimal(slider.step());
            BigDecimal steps = new BigDecimal(slider.max())
                    .subtract(least)
                    .divide(step, 0, RoundingMode.DOWN)
                    .multiply(BigDecimal.valueOf(where))
                    .setScale(0, RoundingMode.HALF_UP);
            return new Given.Number(least.add(step.multiply(steps)));
        }

        @Override
        public ShownSolution shown() {
            return new ShownSolution(value.toPlainString(), tolerance.toPlainString(), null, null);
        }
    }

    /** This order of the choices. */
    record Sequence(List<Integer> order) implements Solution {
        public Sequence {
            order = List.copyOf(order);
        }

        @Override
        public boolean accepts(Given given) {
            return given instanceof Given.Order other && other.items().equals(order);
        }

        /** How many choices stand where they belong. */
        public int placed(Given.Order given) {
            int placed = 0;
            for (int i = 0; i < order.size(); i++) {
                placed += isPlaced(given, i) ? 1 : 0;
            }
            return placed;
        }

        /** Whether the right choice stands at this place. */
        public boolean isPlaced(Given.Order given, int place) {
            return place < given.items().size() && given.items().get(place).equals(order.get(place));
        }

        @Override
        public ShownSolution shown() {
            return new ShownSolution(null, null, order, null);
        }
    }

    /**
     * One of these texts, in any spelling of it.
     *
     * @param forms of the texts, in their order, as {@link TextMatch#form} has them
     */
    record Spelled(List<String> accepted, List<String> forms) implements Solution {
        public static Spelled of(List<String> accepted) {
            return new Spelled(
                    List.copyOf(accepted),
                    accepted.stream().map(TextMatch::form).toList());
        }

        @Override
        public boolean accepts(Given given) {
            return given instanceof Given.Text text && which(text) >= 0;
        }

        /** Which of the texts it is; −1 if it is none. */
        public int which(Given.Text given) {
            return forms.indexOf(TextMatch.form(given.text()));
        }

        @Override
        public ShownSolution shown() {
            return new ShownSolution(null, null, null, accepted);
        }
    }

    /** Nothing is right or wrong. */
    record None() implements Solution {
        @Override
        public boolean accepts(Given given) {
            return false;
        }

        @Override
        public boolean isKnown() {
            return false;
        }
    }

    /**
     * What the table has.
     *
     * @param mask of the right choices
     * @param shown null where the mask says it all
     */
    static Solution of(QuestionType type, int mask, ShownSolution shown) {
        return switch (type) {
            case SINGLE, MULTIPLE, BOOLEAN -> new Marked(mask);
            case NUMERIC -> new Near(new BigDecimal(shown.value()), new BigDecimal(shown.tolerance()));
            case ORDERING -> new Sequence(shown.order());
            case TEXT -> Spelled.of(shown.accepted());
            case POLL -> new None();
        };
    }

    /** The right choices by their indexes, for the wire. */
    default List<Integer> choices() {
        return Choices.toList(mask());
    }
}
