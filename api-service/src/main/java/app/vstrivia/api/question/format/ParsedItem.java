package app.vstrivia.api.question.format;

import app.vstrivia.api.question.NewQuestion;
import java.util.List;

/** What became of one item of a file. */
public sealed interface ParsedItem {
    /** The line on which the item begins, or the one that is to blame; the first is 1. */
    int line();

    /** A question for the bank, with the repairs that it needed. */
    record Fit(int line, NewQuestion question, List<Note> repairs) implements ParsedItem {}

    /** An item that stays outside. */
    record Refused(int line, Note note, String text) implements ParsedItem {}
}
