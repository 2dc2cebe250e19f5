package app.vstrivia.api.question.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionFormatTest {
    @Test
    void aFileTellsItsFormatByItself() throws IOException {
        assertEquals(QuestionFormat.OPENTRIVIAQA, detect("\n#Q What?\n"));
        assertEquals(QuestionFormat.OPENTDB, detect("\ufeff {\"response_code\":0,\"results\":[]}"));
        assertEquals(QuestionFormat.OPENTDB, detect("{\"results\":[{\"a\":1}],\"response_code\":0}"));
        assertEquals(QuestionFormat.RAHOOT, detect("{\"subject\":\"a\",\"questions\":[]}"));
        assertEquals(QuestionFormat.CLASSQUIZ, detect("{\"title\":\"a\",\"questions\":[]}"));
        assertEquals(QuestionFormat.CSV, detect("\ufeff\"Question\";\"Answer 1\";\"Correct\"\r\n"));
        assertEquals(QuestionFormat.CSV, detect("sep=;\nquestion;a;b;correct\n"));
        assertEquals(QuestionFormat.AIKEN, detect("What {is} it?\nA. one\nB. two\nANSWER: B\n"));
        assertEquals(QuestionFormat.GIFT, detect("{ =Asia } is the largest continent."));
        assertEquals(QuestionFormat.GIFT, detect("$CATEGORY: a/b\n"));
        assertEquals(QuestionFormat.VSTRIVIA, detect("{\"questions\":[{}],\"format\":\"vstrivia-questions\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "{}", "[1]", "{\"format\":\"other\"}", "PK\u0003\u0004"})
    void anythingElseIsUnknown(String file) {
        assertThrows(UnknownFormat.class, () -> detect(file));
    }

    @Test
    void aNameThatNobodyKnowsIsRefused() {
        assertThrows(UnknownFormat.class, () -> QuestionFormat.of("docx"));
    }

    private static QuestionFormat detect(String file) throws IOException {
        return QuestionFormat.detect(() -> new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }
}
