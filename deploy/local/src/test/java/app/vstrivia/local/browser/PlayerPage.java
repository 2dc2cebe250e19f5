package app.vstrivia.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The page as one player uses it. Every step waits until the page is ready for it. */
final class PlayerPage {
    private static final double SOON_MILLIS = 20_000;

    private final Page page;
    private final List<String> faults = new ArrayList<>();
    private WebSocketRoute tap;

    private PlayerPage(Page page) {
        this.page = page;
        page.onPageError(faults::add);
        page.onDialog(Dialog::accept);
    }

    static PlayerPage open(BrowserContext context, URI api, String query) {
        return new PlayerPage(context.newPage()).go(api, query);
    }

    /** A page whose socket the test can speak on, see {@link #hear}. */
    static PlayerPage openWithTappedSocket(BrowserContext context, URI api, String query) {
        PlayerPage player = new PlayerPage(context.newPage());
        player.page.routeWebSocket(Pattern.compile("/v1/socket$"), route -> {
            player.tap = route;
            route.connectToServer();
        });
        return player.go(api, query);
    }

    private PlayerPage go(URI api, String query) {
        page.navigate(api.resolve("/" + query).toString());
        return this;
    }

    /** From here on the API tells this page that the socket is there. */
    void findsTheSocketAt(URI socket) {
        page.route(
                "**/v1/config",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"socketUrl\":\"" + socket + "\"}")));
    }

    /** Gets a message as if the service had sent it; {@code MATCH} stands for the match. */
    void hear(String message) {
        String match = (String) page.evaluate("sessionStorage.getItem('vstrivia.match')");
        tap.send(message.replace('\'', '"').replace("MATCH", match));
    }

    /** Notes from now on all that the page says of its connection. */
    void noteTheConnection() {
        part("connection")
                .evaluate("element => { window.said = [];"
                        + " new MutationObserver(() => window.said.push(element.textContent.trim()))"
                        + "   .observe(element, { childList: true, subtree: true, characterData: true }); }");
    }

    boolean saidThatItReconnects() {
        return (boolean) page.evaluate("window.said.some(words => words.includes('Reconnecting'))");
    }

    Locator part(String testId) {
        return page.getByTestId(testId);
    }

    PlayerPage named(String name) {
        part("name-input").fill(name);
        return this;
    }

    void duel() {
        part("duel-button").click();
    }

    void playABot() {
        part("bot-button").click();
    }

    void joinRoom(String pin) {
        part("join-pin").fill(pin);
        part("join-button").click();
    }

    /** Opens a room with the settings of the address; answers its PIN. */
    String hostRoom() {
        part("host-button").click();
        part("open-room").click();
        assertThat(part("pin")).containsText(Pattern.compile("\\d{3}\\s*\\d{3}"));
        return part("pin").textContent().replaceAll("\\D", "");
    }

    /** As its host, to everybody in the room. */
    void announce(String text) {
        part("announce-text").fill(text);
        part("announce-button").click();
        assertThat(part("announce-text")).hasValue("");
    }

    void awaitRound(int round, String phase) {
        Locator table = page.locator(".play[data-round='" + round + "'][data-phase='" + phase + "']");
        assertThat(table).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SOON_MILLIS));
    }

    void answerByKey(int choice) {
        page.keyboard().press(String.valueOf(choice + 1));
        if (part("confirm").isVisible()) {
            page.keyboard().press("Enter");
        }
    }

    void answerByClick(int choice) {
        part("choice-" + choice).click();
        if (part("confirm").isVisible()) {
            part("confirm").click();
        }
    }

    void seesItsAnswerLocked() {
        assertThat(part("state")).containsText("Locked in");
    }

    void seesTheEnd() {
        assertThat(part("final")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SOON_MILLIS));
        assertEquals(List.of(), faults, "script errors");
    }

    void isConnected() {
        assertThat(part("connection"))
                .hasAttribute(
                        "data-state", "open", new LocatorAssertions.HasAttributeOptions().setTimeout(SOON_MILLIS));
    }

    void reload() {
        page.reload();
    }

    /** Rounds with an answer of this player, as the review at the end shows them. */
    int answeredRounds() {
        Locator rounds = part("review").locator("summary");
        rounds.first().waitFor();
        return rounds.count()
                - rounds.filter(new Locator.FilterOptions().setHasText("No answer"))
                        .count();
    }

    void fitsItsWidth() {
        Object beyond = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertEquals(0, ((Number) beyond).intValue(), "pixels beyond the right edge");
    }
}
