package app.vstrivia.api.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.model.browser.TypeCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page, as it is bundled and as the TypeScript compiler sees it. */
@ApiTest
class PageTest {
    /** The bundler has unpacked what the page depends on into {@code target/node_modules}. */
    @Test
    void thePageHasNoTypeErrors() throws IOException, InterruptedException {
        TypeCheck page = new TypeCheck()
                .with(Path.of("tsconfig.json"))
                .with(Path.of("src/main/resources/web/app"))
                .with(Path.of("../realtime-service/tsconfig.json"))
                .with(Path.of("../realtime-service/src/main/typescript"));
        for (String dependency : List.of("lit", "lit-html", "lit-element", "@lit")) {
            page.with(Path.of("target/node_modules", dependency));
        }

        assertEquals(List.of(), page.faults());
    }

    @Test
    void thePageIsServedWithTheSocketClientInItsBundle() {
        String bundle = new String(PageBundle.script(), StandardCharsets.UTF_8);

        assertTrue(bundle.contains("bearer-token-carrier"));
    }
}
