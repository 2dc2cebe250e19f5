package app.vstrivia.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.vstrivia.local.launch.LocalSystem;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator opens the link that {@code up} prints. */
@Tag("waits")
class BrowserAdminIT {
    @TempDir
    static Path data;

    @Test
    void theLinkMakesOneBrowserTheAdminOnce() throws Exception {
        try (TestBrowser browser = TestBrowser.openOrSkip();
                LocalSystem system = LocalSystem.startForTest(data, 1, Map.of());
                BrowserContext desk = browser.player(1280, 800);
                BrowserContext phone = browser.player(360, 740)) {
            String link = system.apiUri().resolve("/") + system.firstAdmin().orElseThrow();

            Page first = opened(desk, link);

            assertThat(first.getByTestId("notice")).hasText("You are the admin of this game now.");
            assertFalse(first.url().contains("claim"), "the code is gone from the address");
            Page second = opened(phone, link);
            assertThat(second.getByTestId("notice"))
                    .hasText("This link is not good any more. Ask whoever runs the game for a new one.");
            assertEquals(Optional.empty(), system.firstAdmin());
        }
    }

    private static Page opened(BrowserContext context, String link) {
        Page page = context.newPage();
        page.navigate(link);
        return page;
    }
}
