package app.vstrivia.realtime.client;

import app.vstrivia.model.browser.Bundle;
import app.vstrivia.model.browser.ScriptPage;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** How the client behaves, with a clock, a chance and sockets that the test moves: {@code rules.ts}. */
class ClientRulesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TestFactory
    Stream<DynamicTest> rules() throws IOException, InterruptedException {
        try (ScriptPage page = ScriptPage.openOrSkip()) {
            page.script("rules.js", "module", Bundle.of("rules"));
            return Verdict.of(page, PATIENCE).stream().map(Verdict::asTest);
        }
    }
}
