package app.vstrivia.api.question.format;

import app.vstrivia.api.question.CategoryTag;
import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.Fingerprint;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.QuestionBody;
import java.util.List;

/**
 * What every format keeps of a question that it has a place for: what is asked, and what is right. Sliders, and whether one of
 * several choices had to be found, are not for every format.
 */
record Essence(Fingerprint asked, Object right) {
    static Essence of(NewQuestion question) {
        return new Essence(Fingerprint.of(bare(question)), right(question.body()));
    }

    private static NewQuestion bare(NewQuestion question) {
        return new NewQuestion(
                new QuestionBody.TrueFalse(true),
                question.text(),
                null,
                null,
                CategoryTag.named("any"),
                List.of(),
                question.difficulty(),
                "en",
                null,
                question.provenance());
    }

    private static Object right(QuestionBody body) {
        if (body instanceof QuestionBody.Numeric number) {
            return new QuestionBody.Numeric(number.value(), number.tolerance(), null);
        }
        if (body instanceof QuestionBody.Single || body instanceof QuestionBody.Multiple) {
            return body.choices().stream().map(Choice::toString).sorted().toList();
        }
        return body;
    }
}
