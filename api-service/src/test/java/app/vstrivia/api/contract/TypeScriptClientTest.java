package app.vstrivia.api.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.model.browser.Bundle;
import app.vstrivia.model.browser.ScriptPage;
import app.vstrivia.model.browser.TypeCheck;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The TypeScript client that is generated from the description, in a browser: {@code client.ts}. */
@ApiTest
class TypeScriptClientTest {
    private static final Path CLIENT = Path.of("target/clients/typescript");
    private static final Path SCRIPTS = Path.of("src/test/typescript");
    private static final String OPTIONS = """
            {
              "compilerOptions": {
                "strict": true, "noEmit": true, "target": "es2022", "lib": ["es2023", "dom", "dom.iterable"],
                "types": [], "module": "esnext", "moduleResolution": "bundler",
                "rootDirs": ["src/main/resources/web/app", "../realtime-service/src/main/typescript"]
              },
              "include": ["src/test/typescript", "target/clients/typescript"]
            }
            """;

    @TestHTTPResource("/")
    URI service;

    @Test
    void theClientAndTheScriptsOfTestsHaveNoTypeErrors() throws IOException, InterruptedException {
        TypeCheck client = new TypeCheck()
                .with(CLIENT)
                .with(SCRIPTS)
                .with(Path.of("src/main/resources/web/app/client"))
                .with(Path.of("../realtime-service/src/main/typescript"))
                .with(Path.of("tsconfig.json"), OPTIONS);

        assertEquals(List.of(), client.faults());
    }

    @Test
    void theClientRegistersAPlayerAndReadsIt() throws IOException, InterruptedException {
        try (ScriptPage page = ScriptPage.openOrSkip()) {
            page.forward("/v1/", service);
            page.script("client.js", "module", Bundle.of("client"));

            JsonPath seen = JsonPath.from(page.run(Duration.ofSeconds(60)));

            assertEquals(seen.getString("registered"), seen.getString("me"));
            assertEquals(seen.getString("registered"), seen.getString("again"));
            assertEquals("TypeScript", seen.getString("name"));
            assertTrue(seen.getBoolean("since"));
            assertEquals("invalid", seen.getString("refused"));
        }
    }
}
