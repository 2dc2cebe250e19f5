package app.vstrivia.api.question.format;

import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.QuestionStatus;
import java.util.ArrayList;
import java.util.List;

/** What became of one item of a file. */
public sealed interface ParsedItem {
    /** The line on which the item begins, or the one that is to blame; the first is 1. */
    int line();

    /**
     * A question for the bank, with the repairs that it needed.
     *
     * @param status what it was where the file comes from; null if that is not said
     */
    record Fit(int line, NewQuestion question, List<Note> repairs, QuestionStatus status) implements ParsedItem {
        /** The same about another medium. */
        public Fit with(MediaRef media) {
            return new Fit(line, question.with(media), repairs, status);
        }

        /** The same with one more repair. */
        public Fit noted(Note note) {
            List<Note> all = new ArrayList<>(repairs);
            all.add(note);
            return new Fit(line, question, all, status);
        }
    }

    /** An item that stays outside. */
    record Refused(int line, Note note, String text) implements ParsedItem {}
}
