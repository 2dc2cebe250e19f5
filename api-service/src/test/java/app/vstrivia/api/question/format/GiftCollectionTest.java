package app.vstrivia.api.question.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What becomes of each file of the examples, as counted by hand. */
class GiftCollectionTest {
    /** File, questions taken, then why others were refused. */
    private static final String FIGURES = """
            TFTwoFeedback.gift 3
            category1.gift 0
            description1.gift 1 description
            descriptionTitleEscapedColon.gift 1 description
            escapeAll.gift 0 too-many-choices
            escapeColon.gift 1
            essay1.gift 0 essay
            formatExamples.gift 1
            markdown.gift 0 description description description description
            matching1.gift 0 matching matching
            mc2.gift 1
            mc4.gift 1
            mcHTMLComment.gift 1
            multiLineFeedback1.gift 2
            newlineAndLaTeX.gift 0 essay
            numerical1.gift 10
            shortAnswer1.gift 2
            shortAnswer2.gift 2
            shortFirstEmbedded.gift 2
            shortFirstEmbeddedUnderline.gift 2
            symbolsAll.gift 1
            tag_id.gift 0 essay
            tag_two_tags.gift 0 essay
            tf1.gift 1
            tf1_markdown.gift 1
            tf2.gift 2
            totara_moodle_essay.gift 0 essay
            totara_moodle_match.gift 0 matching
            totara_moodle_multichoice_multi.gift 1
            totara_moodle_numerical.gift 1
            totara_moodle_shortanswer.gift 1
            totara_moodle_shortanswer_general_feedback.gift 1
            totara_moodle_truefalse_true_answer1.gift 1
            totara_moodle_truefalse_true_answer2.gift 1
            """;

    @Test
    void everyQuestionIsTakenThatHasAnAnswerWeCanPlay() throws IOException {
        var folder = QuestionFiles.find("gift");
        Assumptions.assumeTrue(folder.isPresent(), QuestionFiles.missing("gift"));
        List<Path> files;
        try (var found = Files.list(folder.get())) {
            files = found.filter(file -> file.toString().endsWith(".gift"))
                    .sorted()
                    .toList();
        }

        String figures = files.stream().map(GiftCollectionTest::figures).collect(Collectors.joining("\n"));

        assertEquals(FIGURES.strip(), figures);
    }

    @Test
    void eachIsKnownByItsContent() throws IOException {
        var folder = QuestionFiles.find("gift");
        Assumptions.assumeTrue(folder.isPresent(), QuestionFiles.missing("gift"));
        // the one that has neither a title nor an answer looks like any text
        List<String> unknown = List.of("LICENSE", "markdown.gift");

        try (var files = Files.list(folder.get())) {
            for (Path file : files.toList()) {
                QuestionFile bytes = () -> Files.newInputStream(file);
                if (unknown.contains(file.getFileName().toString())) {
                    assertThrows(UnknownFormat.class, () -> QuestionFormat.detect(bytes));
                } else {
                    assertEquals(QuestionFormat.GIFT, QuestionFormat.detect(bytes), file::toString);
                }
            }
        }
    }

    private static String figures(Path file) {
        List<ParsedItem> items = Parsing.all(QuestionFormat.GIFT, Parsing.read(file));
        return file.getFileName() + " "
                + items.stream().filter(ParsedItem.Fit.class::isInstance).count()
                + items.stream()
                        .filter(ParsedItem.Refused.class::isInstance)
                        .map(item -> " " + ((ParsedItem.Refused) item).note().code())
                        .collect(Collectors.joining());
    }
}
