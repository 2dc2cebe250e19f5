package app.vstrivia.api.question.format;

import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.QuestionKind;
import java.util.List;

/** What there is to answer, as a file gives it, before anything is checked. */
public sealed interface RawBody {
    /** @param kind single, multiple or boolean; null if it follows from the choices */
    record Choices(QuestionKind kind, List<Choice> choices) implements RawBody {}

    /**
     * A number within {@code tolerance}.
     *
     * @param tolerance null for none
     * @param slider null if the number is typed
     */
    record Number(String value, String tolerance, Scale slider) implements RawBody {}

    /** Items in the right order. */
    record Order(List<String> items) implements RawBody {}

    /** Texts that count as right. */
    record Accepted(List<String> texts) implements RawBody {}

    /** Choices of which none is right. */
    record Poll(List<String> options) implements RawBody {}

    /** A scale to set a number on; {@code step} is null if the file does not say it. */
    record Scale(String min, String max, String step) {}
}
