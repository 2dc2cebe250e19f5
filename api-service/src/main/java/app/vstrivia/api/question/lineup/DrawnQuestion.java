package app.vstrivia.api.question.lineup;

import app.vstrivia.api.question.Choice;
import app.vstrivia.model.match.QuestionType;
import java.util.List;
import java.util.UUID;

/** A question as the bank holds it. */
record DrawnQuestion(
        long slot,
        UUID id,
        int version,
        QuestionType type,
        String text,
        List<Choice> choices,
        String explanation,
        String source,
        String licence) {}
