package app.vstrivia.api.quiz;

import java.util.List;
import java.util.UUID;

/**
 * All that a quiz was at a revision, whole enough to be played from: questions of the bank are in it as they are there.
 *
 * @param revision how often it was saved
 * @param description null if there is none
 * @param language a BCP 47 tag in lower case
 * @param cover names a medium; null if there is none
 * @param items in their order
 */
public record QuizContent(
        UUID id,
        int revision,
        String title,
        String description,
        String language,
        UUID cover,
        QuizSettings settings,
        List<QuizItem> items) {}
