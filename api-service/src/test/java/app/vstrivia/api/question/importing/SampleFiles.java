package app.vstrivia.api.question.importing;

import app.vstrivia.api.question.format.QuestionFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** Files of made-up questions; a language of its own keeps one test's questions apart from another's. */
public final class SampleFiles {
    private SampleFiles() {}

    /** OpenTriviaQA text with questions {@code from} to {@code to} − 1. */
    public static String text(String subject, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append("#Q ")
                    .append(subject)
                    .append(" number ")
                    .append(i)
                    .append("?\n^ right ")
                    .append(i);
            text.append("\nA wrong\nB right ").append(i).append("\nC worse\nD worst\n\n");
        }
        return text.toString();
    }

    public static QuestionFile file(String text) {
        return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
