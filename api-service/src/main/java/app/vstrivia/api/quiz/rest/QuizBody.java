package app.vstrivia.api.quiz.rest;

import app.vstrivia.api.question.format.Unfit;
import app.vstrivia.api.quiz.DraftItem;
import app.vstrivia.api.quiz.InvalidQuiz;
import app.vstrivia.api.quiz.QuizDraft;
import app.vstrivia.api.quiz.QuizSettings;
import app.vstrivia.model.id.UuidV7;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The whole of a quiz, to be saved.
 *
 * @param cover names a medium
 * @param settings null for the defaults
 * @param items in their order; null for none
 */
record QuizBody(
        @NotNull @Size(min = 1, max = QuizDraft.LONGEST_TITLE)
        String title,

        @Schema(nullable = true) @Size(max = QuizDraft.LONGEST_DESCRIPTION)
        String description,

        @NotNull @Size(min = 2, max = 16) String language,
        @Schema(nullable = true) UUID cover,
        @Schema(nullable = true) @Valid QuizSettings settings,

        @Schema(nullable = true) @Size(max = QuizDraft.MOST_ITEMS)
        List<@NotNull @Valid ItemBody> items) {
    /** @throws InvalidQuiz if a part is not what it may be */
    QuizDraft draft() {
        List<DraftItem> drafts = new ArrayList<>();
        if (items != null) {
            items.forEach(item -> drafts.add(draft(item, "items[" + drafts.size() + "]")));
        }
        return new QuizDraft(
                title, description, language, cover, settings == null ? QuizSettings.defaults() : settings, drafts);
    }

    private static DraftItem draft(ItemBody item, String field) {
        if (item.questionId() == null == (item.question() == null)) {
            throw new InvalidQuiz(field, "has either a questionId or a question");
        }
        UUID id = item.itemId() == null ? UuidV7.next() : item.itemId();
        if (item.questionId() != null) {
            return new DraftItem.Quoted(id, item.questionId());
        }
        try {
            return new DraftItem.Own(id, item.question().checked());
        } catch (Unfit e) {
            throw new InvalidQuiz(field + ".question", e.note().reason());
        }
    }
}
