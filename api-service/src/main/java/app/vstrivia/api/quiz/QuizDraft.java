package app.vstrivia.api.quiz;

import app.vstrivia.api.question.Language;
import app.vstrivia.api.question.format.CleanText;
import app.vstrivia.api.question.format.Unfit;
import app.vstrivia.model.id.UuidV7;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The whole of what an author saves.
 *
 * @param title 1 to {@value #LONGEST_TITLE} characters
 * @param description up to {@value #LONGEST_DESCRIPTION} characters; null if there is none
 * @param language a BCP 47 tag in lower case
 * @param cover names a medium; null if there is none
 * @param items up to {@value #MOST_ITEMS}, in their order, with different ids
 */
public record QuizDraft(
        String title, String description, String language, UUID cover, QuizSettings settings, List<DraftItem> items) {
    public static final int LONGEST_TITLE = 120;
    public static final int LONGEST_DESCRIPTION = 2_000;
    public static final int MOST_ITEMS = 100;

    /** @throws InvalidQuiz if a part is not what it may be */
    public QuizDraft {
        title = clean("title", title, LONGEST_TITLE).replace('\n', ' ');
        if (title.isEmpty()) {
            throw new InvalidQuiz("title", "must not be empty");
        }
        description = description == null ? "" : clean("description", description, LONGEST_DESCRIPTION);
        description = description.isEmpty() ? null : description;
        language = language(language);
        items = List.copyOf(items);
        if (items.size() > MOST_ITEMS) {
            throw new InvalidQuiz("items", "must not be more than " + MOST_ITEMS);
        }
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            if (!ids.add(items.get(i).id())) {
                throw new InvalidQuiz("items[" + i + "].itemId", "is the id of another item");
            }
        }
    }

    /** The same once more: its items have ids of their own. */
    static QuizDraft copyOf(QuizContent content) {
        List<DraftItem> items = new ArrayList<>();
        for (QuizItem item : content.items()) {
            items.add(
                    item instanceof QuizItem.Quoted quoted
                            ? new DraftItem.Quoted(UuidV7.next(), quoted.bankQuestion())
                            : new DraftItem.Own(UuidV7.next(), item.question()));
        }
        return new QuizDraft(
                content.title(), content.description(), content.language(), content.cover(), content.settings(), items);
    }

    private static String clean(String field, String raw, int longest) {
        try {
            String text = CleanText.lines(raw, new LinkedHashSet<>());
            if (text.length() > longest) {
                throw new InvalidQuiz(field, "must have " + longest + " characters at most");
            }
            return text;
        } catch (Unfit e) {
            throw new InvalidQuiz(field, e.note().reason());
        }
    }

    private static String language(String raw) {
        try {
            return Language.checked(raw);
        } catch (IllegalArgumentException e) {
            throw new InvalidQuiz("language", e.getMessage());
        }
    }
}
