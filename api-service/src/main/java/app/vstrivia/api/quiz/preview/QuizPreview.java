package app.vstrivia.api.quiz.preview;

import app.vstrivia.api.question.MediaCaption;
import app.vstrivia.api.question.Provenance;
import app.vstrivia.api.quiz.QuizContent;
import app.vstrivia.api.quiz.QuizItem;
import app.vstrivia.api.quiz.QuizQuestion;
import app.vstrivia.model.match.Credits;
import app.vstrivia.model.match.Scoring;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What players see of a quiz before anything is revealed.
 *
 * @param cover names a medium
 * @param questions in the order of one match; another one's is different where the quiz is shuffled
 * @param credits what has to be said about the makers of its questions, pictures and videos; players see it with the solutions
 */
public record QuizPreview(
        String title,
        @Schema(nullable = true) String description,
        String language,
        @Schema(nullable = true) UUID cover,
        Scoring scoring,
        List<QuestionPreview> questions,
        List<String> credits) {
    /** The same for the same revision, so that an author can talk about it. */
    public static QuizPreview of(QuizContent content) {
        return of(content, new Random(content.id().getLeastSignificantBits() + content.revision()));
    }

    static QuizPreview of(QuizContent content, Random random) {
        List<QuizItem> items = new ArrayList<>(content.items());
        if (content.settings().shuffleQuestions()) {
            Collections.shuffle(items, random);
        }
        return new QuizPreview(
                content.title(),
                content.description(),
                content.language(),
                content.cover(),
                content.settings().scoring(),
                items.stream()
                        .map(item -> QuestionPreview.of(item, content.settings(), random))
                        .toList(),
                content.items().stream()
                        .map(item -> credits(item.question()))
                        .flatMap(List::stream)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static List<String> credits(QuizQuestion question) {
        Provenance provenance = question.provenance();
        MediaCaption caption =
                question.media() == null ? MediaCaption.NONE : question.media().caption();
        List<String> credits = Credits.of(
                provenance.source(),
                provenance.licence(),
                provenance.attribution(),
                caption.licence(),
                caption.attribution());
        return credits == null ? List.of() : credits;
    }
}
