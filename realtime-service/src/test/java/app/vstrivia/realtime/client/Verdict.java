package app.vstrivia.realtime.client;

import app.vstrivia.model.browser.ScriptPage;
import app.vstrivia.model.protocol.ProtocolCodec;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;

/** What came of the tests of one script; {@code fault} is null where all went well. */
record Verdict(String test, String fault) {
    static List<Verdict> of(ScriptPage page, Duration patience) throws IOException, InterruptedException {
        List<Verdict> verdicts = new ArrayList<>();
        for (JsonNode verdict : ProtocolCodec.tree(page.run(patience))) {
            verdicts.add(new Verdict(
                    verdict.path("test").asText(), verdict.path("fault").textValue()));
        }
        Assertions.assertFalse(verdicts.isEmpty(), "the script ran no test");
        return verdicts;
    }

    DynamicTest asTest() {
        return DynamicTest.dynamicTest(test, () -> {
            if (fault != null) {
                Assertions.fail(test + ": " + fault);
            }
        });
    }
}
