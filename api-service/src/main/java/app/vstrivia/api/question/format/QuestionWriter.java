package app.vstrivia.api.question.format;

import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.QuestionStatus;
import java.io.Closeable;
import java.io.IOException;

/** Writes questions in one format, in the order in which they come; {@link #close} ends the file. */
public interface QuestionWriter extends Closeable {
    /** @throws Unfit if the format cannot say what the question is; nothing of it is written */
    void write(NewQuestion question) throws Unfit, IOException;

    /** The same for one of a bank, of which our own formats say what it is there. */
    default void write(NewQuestion question, QuestionStatus status) throws Unfit, IOException {
        write(question);
    }
}
