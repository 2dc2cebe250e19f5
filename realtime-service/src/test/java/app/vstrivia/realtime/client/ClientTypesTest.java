package app.vstrivia.realtime.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.model.browser.TypeCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The client and its tests, as the TypeScript compiler sees them. */
class ClientTypesTest {
    @Test
    void theClientHasNoTypeErrors() throws IOException, InterruptedException {
        assertEquals(List.of(), module().faults());
    }

    @Test
    void aTypeErrorWouldBeFound() throws IOException, InterruptedException {
        Path wrong = Path.of("src/main/typescript/realtime/wrong.ts");

        List<String> faults =
                module().with(wrong, "export const wrong: number = \"text\";\n").faults();

        assertEquals(1, faults.size());
        assertTrue(faults.get(0).contains("realtime/wrong.ts(1,14)"), faults::toString);
    }

    private static TypeCheck module() throws IOException {
        return new TypeCheck().with(Path.of("src")).with(Path.of("tsconfig.json"));
    }
}
