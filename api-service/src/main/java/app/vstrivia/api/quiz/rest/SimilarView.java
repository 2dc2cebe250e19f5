package app.vstrivia.api.quiz.rest;

import app.vstrivia.api.question.likeness.SimilarQuestion;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A question of the bank that is much like one of the quiz.
 *
 * @param itemId of the one that was typed
 * @param similarity from 0.8 to 1, which is the same text
 */
@Schema(name = "SimilarQuestion")
record SimilarView(UUID itemId, UUID questionId, String text, double similarity) {
    static List<SimilarView> of(Map<UUID, List<SimilarQuestion>> similar) {
        return similar.entrySet().stream()
                .flatMap(item -> item.getValue().stream().map(question -> of(item.getKey(), question)))
                .toList();
    }

    private static SimilarView of(UUID item, SimilarQuestion question) {
        return new SimilarView(
                item, question.questionId(), question.text(), Math.round(question.similarity() * 100) / 100.0);
    }
}
