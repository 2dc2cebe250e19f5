package app.vstrivia.api.publication.document;

import app.vstrivia.api.question.MediaCaption;
import app.vstrivia.api.quiz.QuizSettings;
import app.vstrivia.model.match.Scoring;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The document of a version that everybody may fetch: what players see of the quiz, without solutions. It names neither its
 * version nor its place, so that the same content has the same bytes.
 *
 * @param format names the shape of this document
 * @param cover null if there is none
 * @param credits what has to be said about the makers of its questions, pictures and videos, to be shown when it was played; null
 *     if nothing has. Sorted, and not at the questions, since it may say what is right: a source that has the answer in its title
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublicQuiz(
        String format,
        UUID quizId,
        String title,
        String description,
        String language,
        PublicMedium cover,
        Scoring scoring,
        boolean shuffleQuestions,
        boolean shuffleChoices,
        List<PublicQuestion> questions,
        List<String> credits) {
    /** Of the document. */
    public static final String TYPE = "application/json";

    private static final String FORMAT = "vstrivia-quiz-1";

    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    /** @param media what is shown, as {@link ShownMedium} has it */
    public static PublicQuiz of(FrozenQuiz quiz, List<ShownMedium> media) {
        QuizSettings settings = quiz.settings();
        return new PublicQuiz(
                FORMAT,
                quiz.quiz(),
                quiz.title(),
                quiz.description(),
                quiz.language(),
                shown(media, quiz.cover(), true, MediaCaption.NONE),
                settings.scoring(),
                settings.shuffleQuestions(),
                settings.shuffleChoices(),
                quiz.items().stream()
                        .map(item -> PublicQuestion.of(
                                item, settings, shown(media, item.medium().orElse(null), false, item.said())))
                        .toList(),
                credits(quiz));
    }

    private static PublicMedium shown(List<ShownMedium> media, UUID id, boolean cover, MediaCaption caption) {
        Optional<ShownMedium> shown = media.stream()
                .filter(medium -> medium.cover() == cover && medium.medium().equals(id))
                .findFirst();
        return shown.map(found -> PublicMedium.of(found, caption)).orElse(null);
    }

    private static List<String> credits(FrozenQuiz quiz) {
        List<String> credits = quiz.items().stream()
                .flatMap(FrozenItem::credits)
                .distinct()
                .sorted()
                .toList();
        return credits.isEmpty() ? null : credits;
    }

    /** The document, in UTF-8. */
    public byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The name of the document with these bytes, among the files of its version. */
    public static String name(byte[] document) {
        return "quiz-" + ContentHash.inShort(document) + ".json";
    }
}
