package app.vstrivia.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.vstrivia.embedded.ChildProcess;
import app.vstrivia.local.launch.LocalSystem;
import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the line, the player keeps the match. */
@Tag("waits")
class BrowserReconnectIT {
    @TempDir
    static Path data;

    private static TestBrowser browser;
    private static LocalSystem system;

    @BeforeAll
    static void start() throws Exception {
        browser = TestBrowser.openOrSkip();
        system = LocalSystem.startForTest(data, 2, Map.of());
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
            PlayerPage player = PlayerPage.open(phone, system.apiUri(), "?pace=fast&count=2")
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
            player.awaitRound(2, "open");
            player.answerByKey(1);
            player.seesTheEnd();

            assertEquals(2, player.answeredRounds());
        }
    }

    @Test
    void aRealtimeServiceThatIsRestartedInGoodOrderKeepsItsPlayers() throws Exception {
        try (BrowserContext phone = browser.player(360, 740)) {
            PlayerPage player = PlayerPage.open(phone, system.apiUri(), "?pace=fast&count=2")
                    .named("Patient");
            player.playABot();
            player.awaitRound(1, "open");

            ChildProcess leaving = system.realtimeProcess(0);
            leaving.terminate();
            player.answerByKey(0);
            leaving.ended().get(40, TimeUnit.SECONDS);
            system.startRealtime(0);
            player.isConnected();
            player.awaitRound(2, "open");
            player.answerByKey(1);
            player.seesTheEnd();

            assertEquals(2, player.answeredRounds());
        }
    }

    @Test
    void aReplicaThatIsLeftInGoodOrderIsNotMissed() throws Exception {
        try (BrowserContext phone = browser.player(360, 740)) {
            PlayerPage player = PlayerPage.open(phone, system.apiUri(), "?pace=fast&count=2")
                    .named("Nomad");
            player.playABot();
            player.awaitRound(1, "open");
            player.noteTheConnection();

            player.findsTheSocketAt(system.socketUri(1));
            ChildProcess leaving = system.realtimeProcess(0);
            leaving.terminate();
            player.answerByKey(0);
            player.awaitRound(2, "open");
            player.answerByKey(1);
            player.seesTheEnd();
            leaving.ended().get(40, TimeUnit.SECONDS);

            assertEquals(2, player.answeredRounds());
            assertFalse(player.saidThatItReconnects());
        } finally {
            system.startRealtime(0);
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
