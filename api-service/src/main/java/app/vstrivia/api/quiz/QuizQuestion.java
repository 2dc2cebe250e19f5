package app.vstrivia.api.quiz;

import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.Provenance;
import app.vstrivia.api.question.QuestionBody;
import app.vstrivia.api.question.format.Defaults;
import app.vstrivia.api.question.format.Origin;
import app.vstrivia.api.question.format.ParsedItem;
import app.vstrivia.api.question.format.QuestionRules;
import app.vstrivia.api.question.format.RawBody;
import app.vstrivia.api.question.format.RawQuestion;
import app.vstrivia.api.question.format.Unfit;
import java.util.Set;

/**
 * What a quiz asks, whoever made the question. It has no category and no language: those are the quiz's.
 *
 * @param explanation null if there is none
 * @param media null if there is none
 * @param timeLimit in seconds; null for the quiz's
 * @param provenance of the author's own questions any part may be null
 */
public record QuizQuestion(
        QuestionBody body, String text, String explanation, MediaRef media, Integer timeLimit, Provenance provenance) {
    /** What the bank would take from a file, and a quiz has elsewhere. */
    private static final Origin OWN = new Origin(null, null, new Defaults(null, "en"));

    /** A question as its author gives it, to be {@linkplain #checked checked}. */
    public static RawQuestion raw(RawBody body, String text) {
        return new RawQuestion(body, text, OWN);
    }

    /** The question, by the bank's rules: cleaned, and fit to be played. */
    public static QuizQuestion checked(RawQuestion raw) throws Unfit {
        ParsedItem item = QuestionRules.check(1, raw, Set.of());
        if (item instanceof ParsedItem.Refused refused) {
            throw new Unfit(refused.note().code(), refused.note().reason());
        }
        NewQuestion question = ((ParsedItem.Fit) item).question();
        if (question.media() != null && question.media().isInZip()) {
            throw new Unfit("bad-media", "a picture or video is named by its id");
        }
        return new QuizQuestion(
                question.body(),
                question.text(),
                question.explanation(),
                question.media(),
                question.timeLimit(),
                question.provenance());
    }
}
