package app.vstrivia.api.question.format;

import static app.vstrivia.api.question.format.Parsing.choices;
import static app.vstrivia.api.question.format.QuestionFormat.CLASSQUIZ;
import static app.vstrivia.api.question.format.QuestionFormat.RAHOOT;
import static app.vstrivia.api.question.format.QuestionFormat.VSTRIVIA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.vstrivia.api.question.QuestionBody;
import app.vstrivia.api.question.QuestionKind;
import app.vstrivia.api.question.Slider;
import app.vstrivia.model.text.Decimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherJsonTest {
    @Test
    void aRahootQuizIsRead() {
        List<ParsedItem> items = Parsing.all(RAHOOT, """
                {"subject":"s","questions":[
                {"question":"One?","answers":["No","Yes"],"solution":1,"cooldown":5,"time":15},
                {"question":"Two?","answers":["a","b","c"],"solutions":[0,2],"time":20},
                {"question":"Picture?","answers":["a","b"],"solution":0,"image":"https://example.org/a.png"},
                {"question":"None?","answers":["a","b"],"solution":2},
                {"question":"Text?","answers":["a","b"],"solution":"0"}
                ]}""");

        ParsedItem.Fit one = (ParsedItem.Fit) items.get(0);
        assertEquals(List.of("-No", "+Yes"), choices(one));
        assertEquals(15, one.question().timeLimit());
        assertEquals(2, one.line());
        assertEquals(
                QuestionKind.MULTIPLE,
                ((ParsedItem.Fit) items.get(1)).question().kind());
        assertEquals(
                List.of("media-not-taken", "answer-not-among-choices", "answer-not-among-choices"), refusals(items));
    }

    @Test
    void aClassQuizQuizIsRead() {
        List<ParsedItem> items = Parsing.all(CLASSQUIZ, """
                {"title":"t","description":"d","questions":[
                {"question":"<p>One &amp; all?</p>","time":"20","type":"ABCD","image":null,"answers":[
                  {"right":true,"answer":"a","color":null},{"right":false,"answer":"b","color":null}]},
                {"question":"Check","time":"20","type":"CHECK","answers":[
                  {"right":true,"answer":"a"},{"right":true,"answer":"b"},{"right":false,"answer":"c"}]},
                {"question":"Range","time":"30","type":"RANGE","answers":{"min":0,"max":10,"min_correct":4,"max_correct":7}},
                {"question":"Vote","time":"30","type":"VOTING","answers":[{"answer":"a","color":null},{"answer":"b"}]},
                {"question":"Text","time":"30","type":"TEXT","answers":[{"answer":"Ann","case_sensitive":true}]},
                {"question":"Order","time":"30","type":"ORDER","answers":[{"answer":"x"},{"answer":"y"}]},
                {"question":"Slide","time":"30","type":"SLIDE","answers":"{}"},
                {"question":"Image","time":"30","image":"abc","answers":[{"right":true,"answer":"a"},{"right":false,"answer":"b"}]}
                ]}""");

        assertEquals("One & all?", ((ParsedItem.Fit) items.get(0)).question().text());
        assertEquals(
                List.of(
                        new QuestionBody.Numeric(
                                Decimal.of("5.5"),
                                Decimal.of("1.5"),
                                new Slider(Decimal.of("0"), Decimal.of("10"), Decimal.of("1"))),
                        new QuestionBody.Poll(List.of("a", "b")),
                        new QuestionBody.Text(List.of("Ann")),
                        new QuestionBody.Ordering(List.of("x", "y"))),
                items.subList(2, 6).stream()
                        .map(item -> ((ParsedItem.Fit) item).question().body())
                        .toList());
        assertEquals(List.of("case-does-not-count"), Parsing.repairs((ParsedItem.Fit) items.get(4)));
        assertEquals(List.of("unsupported-type", "media-not-taken"), refusals(items));
    }

    @Test
    void jsonThatIsDeepOrHasHugePartsIsUnreadable() {
        String head = "{\"subject\":\"s\",\"questions\":[";

        assertThrows(UnreadableFile.class, () -> Parsing.all(RAHOOT, head + "[".repeat(50) + "]".repeat(50) + "]}"));
        assertThrows(
                UnreadableFile.class,
                () -> Parsing.all(RAHOOT, head + "{\"question\":\"" + "x".repeat(70_000) + "\"}]}"));
        assertThrows(UnreadableFile.class, () -> Parsing.all(RAHOOT, "{\"subject\":\"s\"}"));
        assertThrows(UnreadableFile.class, () -> Parsing.all(CLASSQUIZ, "{\"title\":\"s\"}"));
    }

    @Test
    void anItemWithTooManyPartsIsRefusedAndTheNextOneRead() {
        String fine = "{\"question\":\"One?\",\"answers\":[\"No\",\"Yes\"],\"solution\":1}";
        String numbers = "0,".repeat(10_000) + "0";

        String texts = ("\"" + "x".repeat(60_000) + "\",").repeat(10) + "0";

        List<ParsedItem> items = Parsing.all(
                RAHOOT,
                "{\"subject\":\"s\",\"questions\":[" + fine + ",\n[" + texts + "],\n" + fine + ",\n[" + numbers
                        + "],\n{\"question\":\"Two?\",\"answers\":[" + numbers + "],\"more\":{}},\n" + fine + "]}");

        assertEquals(List.of("too-many-parts", "too-many-parts", "too-many-parts"), refusals(items));
        assertEquals(
                List.of(1, 2, 3, 4, 5, 6), items.stream().map(ParsedItem::line).toList());
    }

    @Test
    void ourOwnJsonHasAllKinds() {
        List<ParsedItem> items = Parsing.all(VSTRIVIA, """
                {"format":"vstrivia-questions","source":"Us","licence":"CC0-1.0","questions":[
                {"type":"numeric","text":"How many?","value":5,"slider":{"min":0,"max":10}},
                {"type":"ordering","text":"Sort!","items":["a","b"],"category":["Wide","Narrow"],"tags":["X"]},
                {"type":"text","text":"Who?","accepted":["Ann"],"timeLimit":30,"attribution":"Bob"},
                {"type":"poll","text":"And you?","options":["a","b"],"media":{"kind":"video","reference":"media/a.mp4"}},
                {"type":"single","text":"Which?","choices":[{"text":"a","correct":false},{"text":"b","correct":true}]},
                {"type":"poll","text":"Bad","options":["a","b"],"media":{"kind":"picture","reference":"https://x/a.png"}},
                {"type":"poll","text":"Bad","options":["a","b"],"media":{"kind":"picture","reference":"media/../a.png"}}
                ]}""");

        assertEquals(List.of("bad-media", "bad-media"), refusals(items));
        assertEquals(5, items.stream().filter(ParsedItem.Fit.class::isInstance).count());
    }

    private static List<String> refusals(List<ParsedItem> items) {
        return items.stream()
                .filter(ParsedItem.Refused.class::isInstance)
                .map(item -> ((ParsedItem.Refused) item).note().code())
                .toList();
    }
}
