package app.vstrivia.api.question.format;

import static app.vstrivia.api.question.format.Parsing.choices;
import static app.vstrivia.api.question.format.QuestionFormat.CSV;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.vstrivia.api.question.Difficulty;
import app.vstrivia.api.question.QuestionBody;
import app.vstrivia.api.question.QuestionKind;
import app.vstrivia.api.question.Slider;
import app.vstrivia.model.text.Decimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "question,a,b,correct\nWhat?,one,two,2\n",
                "\ufeffQuestion;Answer 1;Answer 2;Correct\r\nWhat?;one;two;B\r\n",
                "sep=;\r\nquestion;choice1;choice2;correct\r\n\"What?\";one;two;two\r\n",
                "question\toption A\toption B\tsolution\nWhat?\tone\ttwo\t2.0",
                "\"question\",\"a\",\"b\",\"correct\"\r\n\r\n\"What?\",\"one\",\"two\",\"2\"\r\n,,,\r\n"
            })
    void commonDialectsAreRead(String file) {
        ParsedItem.Fit item = Parsing.fit(CSV, file);

        assertEquals("What?", item.question().text());
        assertEquals(List.of("-one", "+two"), choices(item));
        assertEquals(QuestionKind.SINGLE, item.question().kind());
    }

    @Test
    void theEncodingOfSpreadsheetsIsTakenForWhatItIs() {
        String file = "question;a;b;correct\nWo ist Köln?;hier;dort;1\n";

        assertEquals("Wo ist Köln?", text(file.getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals("Wo ist Köln?", text(("\ufeff" + file).getBytes(StandardCharsets.UTF_16LE)));
        assertEquals("Wo ist Köln?", text(("\ufeff" + file).getBytes(StandardCharsets.UTF_16BE)));
    }

    @Test
    void everyKindHasItsColumns() {
        List<ParsedItem> items = Parsing.all(CSV, """
                type,question,choice1,choice2,choice3,correct,value,tolerance,min,max,step
                multiple,Which?,a,b,c,"1,3",,,,,
                boolean,Is it?,,,,false,,,,,
                numeric,How many?,,,,,5,0.5,0,10,0.5
                ordering,Sort!,x,y,z,,,,,,
                text,Who?,Ann,Anne,,,,,,,
                poll,And you?,yes,no,,,,,,,
                ,Guess?,,,,Ann,,,,,
                """);

        assertEquals(
                List.of(
                        QuestionKind.MULTIPLE,
                        QuestionKind.BOOLEAN,
                        QuestionKind.NUMERIC,
                        QuestionKind.ORDERING,
                        QuestionKind.TEXT,
                        QuestionKind.POLL,
                        QuestionKind.TEXT),
                items.stream().map(CsvTest::kind).toList());
        assertEquals(new QuestionBody.TrueFalse(false), body(items.get(1)));
        assertEquals(
                new QuestionBody.Numeric(
                        Decimal.of("5"),
                        Decimal.of("0.5"),
                        new Slider(Decimal.of("0"), Decimal.of("10"), Decimal.of("0.5"))),
                body(items.get(2)));
        assertEquals(new QuestionBody.Ordering(List.of("x", "y", "z")), body(items.get(3)));
        assertEquals(new QuestionBody.Text(List.of("Ann", "Anne")), body(items.get(4)));
        assertEquals(new QuestionBody.Poll(List.of("yes", "no")), body(items.get(5)));
    }

    @Test
    void theRestIsReadAsWell() {
        var question = Parsing.fit(CSV, """
                        question,a,b,correct,category,tags,difficulty,language,time limit,licence,source,attribution
                        What?,a,b,1,Science / Physics,"Light, Wave",HARD,de,20.0,CC0,Us,Ann
                        """).question();

        assertEquals(List.of("Science", "Physics"), question.category().path());
        assertEquals(List.of("light", "wave"), question.tags());
        assertEquals(Difficulty.HARD, question.difficulty());
        assertEquals("de", question.language());
        assertEquals(20, question.timeLimit());
        assertEquals(
                "Us, CC0, Ann",
                question.provenance().source() + ", " + question.provenance().licence() + ", "
                        + question.provenance().attribution());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What?,a,b,3,, | answer-not-among-choices",
                "What?,a,b,,, | answer-missing",
                "What?,a,b,1,x,y,z | too-many-cells",
                "What?,a,b,1,soon, | bad-time-limit",
                "What?,a,b,1,0, | bad-time-limit",
                "What?,a,b,1,,riddle | unknown-type",
                ",a,b,1,, | empty-question"
            })
    void aRowThatMakesNoSenseIsRefused(String row, String reason) {
        assertEquals(reason, Parsing.refusal(CSV, "question,a,b,correct,time,type\n" + row));
    }

    @Test
    void whatMayBeAChoiceOrAPlaceIsRefused() {
        String header = "question,a,b,c,answer\n";

        assertEquals("ambiguous-answer", Parsing.refusal(CSV, header + "Half of 2?,4,2,1,1\n"));
        assertEquals("ambiguous-answer", Parsing.refusal(CSV, header + "Which?,b,a,c,a\n"));
        assertEquals(List.of("+1", "-2", "-4"), choices(Parsing.fit(CSV, header + "Half of 2?,1,2,4,1\n")));
        assertEquals(List.of("-4", "-2", "+7"), choices(Parsing.fit(CSV, header + "3 + 4?,4,2,7,7\n")));
        assertEquals(
                List.of("+4", "-2", "-1"),
                choices(Parsing.fit(CSV, "type,question,a,b,c,correct\nsingle,Twice 2?,4,2,1,1\n")));
    }

    @Test
    void aHintOfNoSignIsNone() {
        assertThrows(UnreadableFile.class, () -> Parsing.all(CSV, "sep=\"\nquestion,a,b,correct\nfine?,a,b,2\n"));
    }

    @Test
    void findingsNameTheLine() {
        List<ParsedItem> items =
                Parsing.all(CSV, "question,a,b,correct\n\"two\nlines?\",a,b,1\n\nbad?,a,b,9\nfine?,a,b,2\n");

        assertEquals(List.of(2, 5, 6), items.stream().map(ParsedItem::line).toList());
    }

    @Test
    void neutralisedCellsAreReadAsTheyWere() {
        ParsedItem.Fit item = Parsing.fit(CSV, "question,a,b,correct\n'=1+1?,'-1,''-1,1\n");

        assertEquals("=1+1?", item.question().text());
        assertEquals(List.of("+-1", "-'-1"), choices(item));
    }

    @Test
    void quotationMarksThatDoNotMatchMakeTheFileUnreadable() {
        String good = "question,a,b,correct\nfine?,a,b,2\n";

        assertThrows(UnreadableFile.class, () -> Parsing.all(CSV, good + "\"open?,a,b,1\nmore?,a,b,1\n"));
        assertThrows(UnreadableFile.class, () -> Parsing.all(CSV, good + "\"a\" b,a,b,1\n"));
        assertThrows(UnreadableFile.class, () -> Parsing.all(CSV, good + "\"" + "x\n".repeat(200_000) + "\",a,b,1\n"));
    }

    @Test
    void aHeaderNamesTheQuestionAndNothingTwice() {
        assertThrows(UnreadableFile.class, () -> Parsing.all(CSV, ""));
        assertThrows(UnreadableFile.class, () -> Parsing.all(CSV, "a,b,correct\nx,y,1\n"));
        assertThrows(UnreadableFile.class, () -> Parsing.all(CSV, "question,text,a,b\n"));
    }

    private static String text(byte[] file) {
        return Parsing.fit(CSV, file).question().text();
    }

    private static QuestionKind kind(ParsedItem item) {
        return body(item).kind();
    }

    private static QuestionBody body(ParsedItem item) {
        return ((ParsedItem.Fit) item).question().body();
    }
}
