package app.vstrivia.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.local.launch.LocalSystem;
import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the line, the player keeps the match. */
class BrowserReconnectIT {
    @TempDir
    static Path data;

    private static TestBrowser browser;
    private static LocalSystem system;

    @BeforeAll
    static void start() throws Exception {
        browser = TestBrowser.openOrSkip();
        system = LocalSystem.startForTest(data, 1, Map.of());
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            system.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void anAnswerGivenWhileTheRealtimeServiceIsDeadCountsAndTheMatchGoesOn() throws IOException {
        try (BrowserContext phone = browser.player(360, 740)) {
            PlayerPage player = PlayerPage.open(phone, system.apiUri(), "?pace=fast&count=3")
                    .named("Stubborn");
            player.playABot();
            player.awaitRound(1, "open");

            system.killRealtime(0);
            player.answerByKey(0);
            assertThat(player.part("connection")).containsText("Reconnecting");
            player.fitsItsWidth();
            system.startRealtime(0);
            player.isConnected();
            assertThat(player.part("connection")).not().containsText("Reconnecting");
            for (int round = 2; round <= 3; round++) {
                player.awaitRound(round, "open");
                player.answerByKey(1);
            }
            player.seesTheEnd();

            assertEquals(3, player.answeredRounds());
        }
    }

    @Test
    void aReloadedPageReturnsToItsMatch() {
        try (BrowserContext desk = browser.player(1280, 800)) {
            PlayerPage player =
                    PlayerPage.open(desk, system.apiUri(), "?pace=fast&count=2").named("Impatient");
            player.playABot();
            player.awaitRound(1, "open");

            player.reload();

            player.awaitRound(1, "open");
            player.isConnected();
            player.answerByClick(0);
            player.awaitRound(2, "open");
            player.answerByClick(0);
            player.seesTheEnd();
            assertEquals(2, player.answeredRounds());
        }
    }
}
