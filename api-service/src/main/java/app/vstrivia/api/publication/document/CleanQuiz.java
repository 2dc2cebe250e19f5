package app.vstrivia.api.publication.document;

import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.MediaCaption;
import app.vstrivia.api.question.Provenance;
import app.vstrivia.api.question.QuestionBody;
import app.vstrivia.api.question.StoredBody;
import app.vstrivia.api.question.format.CleanText;
import app.vstrivia.api.question.format.Unfit;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Texts by the rules of today: what was saved long ago was cleaned by those of its time. What is clean stays as it is, so that
 * this can be done again.
 */
public final class CleanQuiz {
    private CleanQuiz() {}

    /** @throws Unpublishable if a text is not fit to be shown, or nothing is left of it */
    public static FrozenQuiz of(FrozenQuiz quiz) {
        return new FrozenQuiz(
                quiz.quiz(),
                quiz.revision(),
                line(quiz.title(), "The title"),
                optional(quiz.description(), "The description"),
                quiz.language(),
                quiz.cover(),
                quiz.settings(),
                quiz.items().stream()
                        .map(item -> item(item, "Question " + (quiz.items().indexOf(item) + 1)))
                        .toList());
    }

    private static FrozenItem item(FrozenItem item, String where) {
        Provenance provenance = item.provenance();
        MediaCaption caption = item.said();
        return item.with(
                body(item.body(), where),
                required(item.text(), where),
                optional(item.explanation(), where),
                new Provenance(
                        optional(provenance.source(), where),
                        optional(provenance.licence(), where),
                        optional(provenance.attribution(), where)),
                new MediaCaption(
                        optional(caption.alternative(), where),
                        optional(caption.licence(), where),
                        optional(caption.attribution(), where)));
    }

    private static StoredBody body(StoredBody stored, String where) {
        QuestionBody body = stored.body();
        try {
            if (body instanceof QuestionBody.Single) {
                return StoredBody.of(new QuestionBody.Single(choices(body, where)));
            }
            if (body instanceof QuestionBody.Multiple) {
                return StoredBody.of(new QuestionBody.Multiple(choices(body, where)));
            }
            if (body instanceof QuestionBody.Ordering ordering) {
                return StoredBody.of(new QuestionBody.Ordering(lines(ordering.items(), where)));
            }
            if (body instanceof QuestionBody.Text text) {
                return StoredBody.of(new QuestionBody.Text(lines(text.accepted(), where)));
            }
            if (body instanceof QuestionBody.Poll poll) {
                return StoredBody.of(new QuestionBody.Poll(lines(poll.options(), where)));
            }
        } catch (IllegalArgumentException unplayable) {
            throw new Unpublishable("unfit-text", where + " cannot be played: " + unplayable.getMessage() + ".");
        }
        return stored; // has no texts of its author's
    }

    private static List<Choice> choices(QuestionBody body, String where) {
        return body.choices().stream()
                .map(choice -> new Choice(line(choice.text(), where), choice.correct()))
                .toList();
    }

    private static List<String> lines(List<String> raw, String where) {
        return raw.stream().map(text -> line(text, where)).toList();
    }

    private static String line(String raw, String where) {
        return required(raw, where).replace('\n', ' ');
    }

    private static String required(String raw, String where) {
        String text = optional(raw, where);
        if (text == null) {
            throw new Unpublishable("unfit-text", where + " has a text without a word in it.");
        }
        return text;
    }

    private static String optional(String raw, String where) {
        if (raw == null) {
            return null;
        }
        try {
            String text = CleanText.lines(raw, new LinkedHashSet<>());
            return text.isEmpty() ? null : text;
        } catch (Unfit unfit) {
            throw new Unpublishable("unfit-text", where + ": " + unfit.note().reason() + ".");
        }
    }
}
