package app.vstrivia.model.match;

import app.vstrivia.model.protocol.Choices;
import app.vstrivia.model.text.Decimal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a player answered: a kind for each way in which questions are answered.
 *
 * <p>In the table {@code answer} choices are a mask, and the others a text whose first character tells the kind.
 */
public sealed interface Given {
    /** The longest text, in code points. */
    int MAX_TEXT = 200;

    /** Taken choices: bit i stands for choice i. */
    record Choice(int taken) implements Given {
        @Override
        public int mask() {
            return taken;
        }

        @Override
        public String detail() {
            return null;
        }
    }

    /** A number. */
    record Number(BigDecimal value) implements Given {
        private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

        /**
         * Reads the one form that is the same in all countries: digits, a point, a minus.
         *
         * @throws IllegalArgumentException if it is anything else
         */
        static Number of(String text) {
            require(PLAIN.matcher(text).matches(), "value is a number such as -3.14");
            return new Number(Decimal.of(text));
        }

        @Override
        public String detail() {
            return '#' + value.toPlainString();
        }
    }

    /** All choices by their indexes, in the order that they were put in. */
    record Order(List<Integer> items) implements Given {
        public Order {
            items = List.copyOf(items);
        }

        /** @throws IllegalArgumentException if not each index from 0 to one below their number is there once */
        static Order of(List<Integer> items) {
            require(Choices.checked(items).size() == items.size() && items.size() >= 2, "order has all choices");
            require(items.stream().allMatch(item -> item < items.size()), "order has all choices");
            return new Order(items);
        }

        @Override
        public String detail() {
            StringBuilder text = new StringBuilder(">");
            items.forEach(item -> text.append(text.length() == 1 ? "" : ",").append(item.intValue()));
            return text.toString();
        }
    }

    /** A text as it was typed. */
    record Text(String text) implements Given {
        /** @throws IllegalArgumentException if it is blank, too long or not what one can type */
        static Text of(String text) {
            require(
                    !text.isBlank() && text.codePointCount(0, text.length()) <= MAX_TEXT,
                    "text is 1 to 200 characters");
            require(
                    text.codePoints().allMatch(Text::isTyped),
                    "text has neither control characters nor half characters");
            return new Text(text);
        }

        private static boolean isTyped(int point) {
            int kind = Character.getType(point);
            return kind != Character.CONTROL && kind != Character.SURROGATE;
        }

        @Override
        public String detail() {
            return '=' + text;
        }
    }

    /** The taken choices; 0 for what is none. */
    default int mask() {
        return 0;
    }

    /** What the mask cannot say, for the table; null for choices. */
    String detail();

    /**
     * Reads what a client says; exactly one of these is not null.
     *
     * @throws IllegalArgumentException if it cannot be meant
     */
    static Given of(List<Integer> choices, String value, List<Integer> order, String text) {
        int said =
                (choices == null ? 0 : 1) + (value == null ? 0 : 1) + (order == null ? 0 : 1) + (text == null ? 0 : 1);
        require(said == 1, "an answer has one of choices, value, order and text");
        if (choices != null) {
            return new Choice(Choices.toMask(Choices.checked(choices)));
        }
        if (value != null) {
            return Number.of(value);
        }
        return order != null ? Order.of(order) : Text.of(text);
    }

    /** What the table has; {@code detail} is null for choices. */
    static Given stored(int mask, String detail) {
        if (detail == null) {
            return new Choice(mask);
        }
        String said = detail.substring(1);
        return switch (detail.charAt(0)) {
            case '#' -> new Number(new BigDecimal(said));
            case '>' -> {
                List<Integer> items = new ArrayList<>();
                for (String item : said.split(",")) {
                    items.add(Integer.valueOf(item));
                }
                yield new Order(items);
            }
            case '=' -> new Text(said);
            default -> throw new IllegalStateException("the table holds an answer of an unknown kind");
        };
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
