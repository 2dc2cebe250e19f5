package app.vstrivia.api.room;

import app.vstrivia.api.match.QuizRound;
import app.vstrivia.api.publication.document.FrozenItem;
import app.vstrivia.api.publication.document.FrozenQuiz;
import app.vstrivia.api.publication.version.PlayableVersion;
import app.vstrivia.api.question.Difficulty;
import app.vstrivia.api.question.lineup.LineupQuestion;
import app.vstrivia.api.question.lineup.Shuffled;
import app.vstrivia.model.match.QuestionType;
import app.vstrivia.model.protocol.RoundMedia;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The questions of a quiz's version, as one match plays them. */
final class QuizLineup {
    /** The quiz's title stands where questions of the bank have their category, which is no longer. */
    private static final int LONGEST_CATEGORY = 100;
    /** It was not drawn from the bank. */
    private static final long NO_SLOT = -1;

    private static final int MS = 1_000;

    private QuizLineup() {}

    /** In the author's order, unless the quiz says that each match has its own; the same goes for the choices. */
    static List<QuizRound> of(PlayableVersion version, RandomGenerator random) {
        FrozenQuiz quiz = version.content();
        List<FrozenItem> items = new ArrayList<>(quiz.items());
        if (quiz.settings().shuffleQuestions()) {
            Shuffled.shuffle(items, random);
        }
        return items.stream().map(item -> round(version, item, random)).toList();
    }

    private static QuizRound round(PlayableVersion version, FrozenItem item, RandomGenerator random) {
        FrozenQuiz quiz = version.content();
        Shuffled shown = Shuffled.of(item.body().body(), quiz.settings().shuffleChoices(), random);
        LineupQuestion question = new LineupQuestion(
                item.askedAs(quiz.quiz()),
                item.bankQuestion() == null ? version.version() : item.version(),
                NO_SLOT,
                type(item),
                category(quiz.title()),
                Difficulty.MEDIUM, // authors of quizzes say none
                item.text(),
                shown.choices(),
                shown.slider(),
                shown.solution(),
                item.explanation(),
                item.provenance().source(),
                item.provenance().licence());
        int seconds = item.timeLimit() == null ? quiz.settings().secondsPerQuestion() : item.timeLimit();
        RoundMedia media = item.medium()
                .map(version.media()::get)
                .map(found -> said(found, item.said().alternative()))
                .orElse(null);
        return new QuizRound(question, seconds * MS, item.provenance().attribution(), media, item.said());
    }

    private static String category(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST_CATEGORY
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_CATEGORY));
    }

    static QuestionType type(FrozenItem item) {
        return QuestionType.of(item.body().kind().wire());
    }

    private static RoundMedia said(RoundMedia media, String alternative) {
        return new RoundMedia(
                media.kind(),
                alternative,
                media.width(),
                media.height(),
                media.placeholder(),
                media.color(),
                media.files());
    }
}
