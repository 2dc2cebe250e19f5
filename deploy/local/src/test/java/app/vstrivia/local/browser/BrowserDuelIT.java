package app.vstrivia.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.local.launch.LocalSystem;
import com.microsoft.playwright.BrowserContext;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Players in browsers meet, in a duel and in a room, and play to the end. */
@Tag("waits")
class BrowserDuelIT {
    private static final String BLITZ = "?pace=blitz&count=5";
    private static final int ROUNDS = 5;

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
    void twoBrowsersPlayAWholeDuelAgainstEachOther() {
        try (BrowserContext phone = browser.player(360, 740);
                BrowserContext desk = browser.player(1280, 800)) {
            PlayerPage ada = PlayerPage.open(phone, system.apiUri(), BLITZ).named("Ada");
            PlayerPage grace = PlayerPage.open(desk, system.apiUri(), BLITZ).named("Grace");
            ada.fitsItsWidth();

            ada.duel();
            grace.duel();
            for (int round = 1; round <= ROUNDS; round++) {
                ada.awaitRound(round, "open");
                ada.fitsItsWidth();
                ada.answerByClick(0);
                ada.seesItsAnswerLocked();
                grace.awaitRound(round, "open");
                grace.answerByKey(1);
            }
            ada.seesTheEnd();
            grace.seesTheEnd();

            ada.fitsItsWidth();
            grace.fitsItsWidth();
            assertEquals(ROUNDS, ada.answeredRounds());
            assertEquals(ROUNDS, grace.answeredRounds());
            assertThat(ada.part("standings")).containsText("Grace");
            assertEquals(
                    grace.part("standings").innerText(), ada.part("standings").innerText());
        }
    }

    @Test
    void aRoomIsJoinedByPinAndPlayedToTheEnd() {
        try (BrowserContext desk = browser.player(1280, 800);
                BrowserContext phone = browser.player(360, 740);
                BrowserContext other = browser.player(360, 740)) {
            PlayerPage host = PlayerPage.open(desk, system.apiUri(), "?pace=blitz&count=3")
                    .named("Quizmaster");
            String pin = host.hostRoom();
            PlayerPage guest =
                    PlayerPage.open(phone, system.apiUri(), "?pin=" + pin).named("Noor");
            PlayerPage unwanted = PlayerPage.open(other, system.apiUri(), "").named("Troll");

            guest.part("join-button").click();
            unwanted.joinRoom(pin);
            assertThat(host.part("players")).containsText("Noor");
            assertThat(host.part("players")).containsText("Troll");
            guest.fitsItsWidth();
            host.part("players").getByLabel("Remove Troll").click();
            assertThat(unwanted.part("notice")).containsText("removed you");
            assertThat(guest.part("players")).not().containsText("Troll");

            host.part("start-button").click();
            for (int round = 1; round <= 3; round++) {
                guest.awaitRound(round, "open");
                guest.answerByClick(round % 2);
            }
            guest.seesTheEnd();
            host.seesTheEnd();

            assertEquals(3, guest.answeredRounds());
            assertThat(host.part("standings")).containsText("Noor");
        }
    }

    @Test
    void theHostsWordsReachEverybodyAsText() {
        try (BrowserContext desk = browser.player(1280, 800);
                BrowserContext phone = browser.player(360, 740)) {
            PlayerPage host =
                    PlayerPage.open(desk, system.apiUri(), "?pace=fast&count=1").named("Quizmaster");
            String pin = host.hostRoom();
            PlayerPage guest = PlayerPage.open(phone, system.apiUri(), "").named("Noor");
            guest.joinRoom(pin);
            assertThat(guest.part("lobby")).isVisible();

            host.announce("<b>Two</b> minutes to go");

            assertThat(guest.part("announcement")).containsText("<b>Two</b> minutes to go");
            assertThat(host.part("announcement")).containsText("<b>Two</b> minutes to go");
            guest.fitsItsWidth();
            guest.part("announcement").getByLabel("Close").click();
            assertThat(guest.part("announcement")).isEmpty();

            host.part("start-button").click();
            host.awaitRound(1, "open");
            host.announce("Think again");
            assertThat(guest.part("announcement")).containsText("Think again");
        }
    }

    @Test
    void playersAndHostSeeHowManyHaveAnswered() {
        try (BrowserContext desk = browser.player(1280, 800);
                BrowserContext phone = browser.player(360, 740);
                BrowserContext other = browser.player(360, 740)) {
            PlayerPage host = PlayerPage.open(desk, system.apiUri(), "?pace=relaxed&count=1")
                    .named("Quizmaster");
            String pin = host.hostRoom();
            PlayerPage quick = PlayerPage.open(phone, system.apiUri(), "").named("Quick");
            PlayerPage slow = PlayerPage.open(other, system.apiUri(), "").named("Slow");
            quick.joinRoom(pin);
            slow.joinRoom(pin);
            assertThat(host.part("player-count")).containsText("2 players");

            host.part("start-button").click();
            quick.awaitRound(1, "open");
            quick.answerByClick(0);

            assertThat(quick.part("state")).containsText("1 of 2 have answered");
            assertThat(host.part("state")).containsText("1 of 2 have answered");
        }
    }

    /** As in a room of hundreds, where the comings and goings are counted and not told one by one. */
    @Test
    void theCountOfALargeRoomIsShownAsItComes() {
        try (BrowserContext desk = browser.player(1280, 800);
                BrowserContext phone = browser.player(360, 740)) {
            PlayerPage host = PlayerPage.open(desk, system.apiUri(), "").named("Quizmaster");
            String pin = host.hostRoom();
            PlayerPage guest =
                    PlayerPage.openWithTappedSocket(phone, system.apiUri(), "").named("Noor");
            guest.joinRoom(pin);
            assertThat(guest.part("player-count")).containsText("1 player");

            guest.hear("{'type':'presence','match':'MATCH','players':1812}");

            assertThat(guest.part("player-count")).containsText("1,812 players");
            assertThat(guest.part("lobby")).containsText("and 1,811 more");
        }
    }

    @Test
    void everyTypeHasItsOwnWayToAnswer() {
        try (BrowserContext desk = browser.player(1280, 800);
                BrowserContext phone = browser.player(360, 740)) {
            String pin = PlayerPage.open(desk, system.apiUri(), "")
                    .named("Quizmaster")
                    .hostRoom();
            PlayerPage guest =
                    PlayerPage.openWithTappedSocket(phone, system.apiUri(), "").named("Noor");
            guest.joinRoom(pin);
            assertThat(guest.part("lobby")).isVisible();

            guest.hear(round(1, "open", "numeric", "'choices':[],'slider':{'min':'0','max':'100','step':'0.5'}"));
            guest.part("slider").press("ArrowRight");
            guest.fitsItsWidth();
            guest.part("confirm").click();
            assertThat(guest.part("own-answer")).containsText("50.5");

            guest.hear(round(2, "open", "numeric", "'choices':[]"));
            guest.part("entry").fill("3,14");
            guest.part("confirm").click();
            assertThat(guest.part("own-answer")).containsText("3.14");

            guest.hear(round(3, "open", "ordering", "'choices':['b','c','a']"));
            guest.part("up-2").click();
            guest.part("down-0").press("Enter");
            guest.fitsItsWidth();
            guest.part("confirm").click();
            assertThat(guest.part("order")).containsText(Pattern.compile("1\\s*a\\s*2\\s*b\\s*3\\s*c"));

            guest.hear(round(4, "open", "text", "'choices':[],'maxLength':200"));
            guest.part("entry").fill("São Paulo");
            guest.part("entry").press("Enter");
            assertThat(guest.part("own-answer")).containsText("São Paulo");

            guest.hear(round(
                    4,
                    "revealed",
                    "text",
                    "'choices':[],'correct':[],'counts':[3],'solution':{'accepted':['São Paulo']}"));
            assertThat(guest.part("solution")).containsText("São Paulo");

            guest.hear(round(5, "open", "poll", "'choices':['yes','no']"));
            guest.part("choice-1").click();
            guest.hear(round(5, "revealed", "poll", "'choices':['yes','no'],'correct':[],'counts':[1,3]"));
            assertThat(guest.part("votes-1")).containsText("75 %");
            guest.fitsItsWidth();
        }
    }

    /** A snapshot as the service would send it in that phase. */
    private static String round(int round, String phase, String type, String fields) {
        return "{'type':'snapshot','stream':'match:MATCH','epoch':1,'seq':" + (10 * round + phase.length())
                + ",'data':{'match':'MATCH','kind':'room','phase':'" + phase + "','round':" + round
                + ",'rounds':9,'scoring':'kahoot','playerCount':4,'players':[],'current':{'round':" + round
                + ",'category':'Any','difficulty':'easy','questionType':'" + type
                + "','text':'What?','limit':60000,'openedAt':" + System.currentTimeMillis() + ",'closesAt':"
                + (System.currentTimeMillis() + 60_000) + "," + fields
                + "},'you':{'role':'player','answer':null,'score':0,'rank':1}}}";
    }

    @Test
    void aWrongPinIsToldInWords() {
        try (BrowserContext phone = browser.player(360, 740)) {
            PlayerPage player = PlayerPage.open(phone, system.apiUri(), "").named("Lost");

            player.joinRoom("000000");

            assertThat(player.part("join-pin")).hasAttribute("aria-invalid", "true");
            assertThat(player.part("join-button")).isEnabled();
        }
    }
}
