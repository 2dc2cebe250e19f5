package app.vstrivia.api.question.rest;

import app.vstrivia.api.platform.revision.Accompanied;
import app.vstrivia.api.question.bank.CorrectedQuestion;
import app.vstrivia.api.question.likeness.SimilarQuestion;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A question after it was corrected.
 *
 * @param similar up to three others of the bank, in review or approved, that are much like it, if it has another text
 */
record CorrectedView(QuestionView question, List<AlikeView> similar) implements Accompanied {
    /** @param similarity from 0.8 to 1, which is the same text */
    @Schema(name = "AlikeQuestion")
    record AlikeView(UUID questionId, String text, double similarity) {
        static AlikeView of(SimilarQuestion question) {
            return new AlikeView(
                    question.questionId(), question.text(), Math.round(question.similarity() * 100) / 100.0);
        }
    }

    static CorrectedView of(CorrectedQuestion corrected) {
        return new CorrectedView(
                QuestionView.of(corrected.question()),
                corrected.similar().stream().map(AlikeView::of).toList());
    }

    @Override
    public QuestionView alone() {
        return question;
    }
}
