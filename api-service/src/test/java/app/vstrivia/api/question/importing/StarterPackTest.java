package app.vstrivia.api.question.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.question.CategoryTag;
import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.Difficulty;
import app.vstrivia.api.question.Fingerprint;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.QuestionKind;
import app.vstrivia.api.question.format.Defaults;
import app.vstrivia.api.question.format.ParsedItem;
import app.vstrivia.api.question.format.QuestionFormat;
import app.vstrivia.api.question.format.QuestionReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StarterPackTest {
    private final List<NewQuestion> questions = new ArrayList<>();

    @BeforeEach
    void readThePack() throws IOException {
        Defaults defaults = new Defaults(CategoryTag.named("general"), "en");
        try (QuestionReader reader = QuestionFormat.VSTRIVIA.open(StarterPack::open, defaults)) {
            for (ParsedItem item = reader.next(); item != null; item = reader.next()) {
                ParsedItem read = item;
                assertTrue(read instanceof ParsedItem.Fit fit && fit.repairs().isEmpty(), read::toString);
                questions.add(((ParsedItem.Fit) read).question());
            }
        }
    }

    @Test
    void itIsBigEnoughAndEntersInOneTransaction() {
        assertTrue(questions.size() >= 150 && questions.size() <= FileImport.BATCH);
    }

    @Test
    void eachOfItsCategoriesHasQuestionsOfEveryDifficulty() {
        var difficulties = questions.stream()
                .collect(Collectors.groupingBy(
                        question -> question.category().slug(),
                        Collectors.mapping(NewQuestion::difficulty, Collectors.toSet())));

        assertTrue(difficulties.size() >= 6, difficulties::toString);
        difficulties.forEach((category, found) -> assertEquals(EnumSet.allOf(Difficulty.class), found, category));
    }

    @Test
    void noQuestionIsThereTwice() {
        Set<Fingerprint> fingerprints = questions.stream().map(Fingerprint::of).collect(Collectors.toSet());

        assertEquals(questions.size(), fingerprints.size());
    }

    @Test
    void everythingFitsOnASmallScreen() {
        for (NewQuestion question : questions) {
            assertTrue(question.text().length() <= 120, question::text);
            assertTrue(question.explanation() != null && question.explanation().length() <= 300, question::text);
            assertTrue(
                    question.choices().stream().allMatch(choice -> choice.text().length() <= 75), question::text);
        }
    }

    @Test
    void choicesAreFourOrTrueAndFalse() {
        for (NewQuestion question : questions) {
            if (question.kind() == QuestionKind.BOOLEAN) {
                assertEquals(
                        List.of("True", "False"),
                        question.choices().stream().map(Choice::text).toList());
            } else {
                assertEquals(4, question.choices().size(), question::text);
            }
        }
    }
}
