package app.vstrivia.api.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.model.browser.Bundle;
import app.vstrivia.model.browser.ScriptPage;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the page's player comes and stays in: scripts of {@code src/test/typescript/page} in a browser. */
@ApiTest
class PageSignInTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TAB = "<!doctype html><script type=\"module\" src=\"/tab.js\"></script>";

    @TestHTTPResource("/")
    URI service;

    @Inject
    Pool pool;

    private Tables tables;

    @BeforeEach
    void open() {
        tables = new Tables(pool);
    }

    @Test
    void tabsThatRenewAtTheSameTimeTradeOneRefreshToken() throws Exception {
        try (ScriptPage page = page()) {
            page.file("tab.html", "text/html", TAB.getBytes(StandardCharsets.UTF_8));
            page.file("tab.js", "text/javascript;charset=utf-8", Bundle.of("page/tab"));

            JsonPath seen = run(page, "tabs");

            int rounds = seen.getInt("rounds");
            assertEquals(rounds, seen.getInt("refreshes"));
            assertEquals(1, seen.getInt("signIns"));
            assertEquals(Collections.nCopies(rounds, true), seen.getList("agreed"));
            assertEquals(Collections.nCopies(rounds, true), seen.getList("good"));
            assertEquals("none", seen.getString("after"), "the family is alive");
        }
    }

    @Test
    void aTokenThatIsNotGoodAnyMoreIsRenewedWithoutSigningIn() throws Exception {
        try (ScriptPage page = page()) {
            JsonPath seen = run(page, "renewal");

            assertRenewal(seen, "expired", 1, 0);
            assertRenewal(seen, "refused", 1, 0);
            assertRenewal(seen, "socket", 1, 0);
            assertRenewal(seen, "socketAfterAnother", 0, 0);
            assertRenewal(seen, "answersLost", 3, 0);
            assertRenewal(seen, "withoutLocks", 1, 0);
            assertRenewal(seen, "ranOut", 0, 1);
            assertRenewal(seen, "neverHadOne", 0, 1);
            assertEquals("Renewed twice", seen.getString("name"));
            assertEquals(3, logins(seen), "the first, after 30 days, and of a page that never had a refresh token");
        }
    }

    @Test
    void whoIsAboutToBeErasedIsNotSignedInUnasked() throws Exception {
        try (ScriptPage page = page()) {
            JsonPath seen = run(page, "erasure");

            assertEquals(202, seen.getInt("asked"));
            assertEquals("signed-out", seen.getString("first"));
            assertEquals("signed-out", seen.getString("again"));
            assertEquals("signed-out", seen.getString("halt"));
            assertFalse(seen.getBoolean("kept"), "tokens that are void are not kept");
            assertEquals(1, seen.getInt("registrations"));
            assertEquals(1, seen.getInt("signIns"));
            assertEquals(1, logins(seen));
            assertNotNull(tables.row("SELECT erase_at FROM player WHERE id = ?", seen.getString("player"))
                    .getLocalDateTime(0));
        }
    }

    @Test
    void whoIsNotLetInIsToldAndAsked() throws Exception {
        try (ScriptPage page = page()) {
            page.script("app.js", "module", PageBundle.script());

            JsonPath seen = run(page, "halted");

            assertTrue(seen.getBoolean("merged.player") && seen.getBoolean("merged.name"), seen.prettify());
            assertTrue(seen.getString("signedOut.words").contains("signing in calls that off"), seen.prettify());
            assertEquals(0, seen.getInt("signedOut.silently"));
            assertEquals(200, seen.getInt("signedOut.me"));
            assertTrue(seen.getBoolean("signedOut.same"));
            assertTrue(seen.getBoolean("refused.kept"), "nothing is lost");
            assertEquals(0, seen.getInt("refused.silently"));
            assertEquals(1, seen.getInt("refused.registrations"));
            assertTrue(seen.getBoolean("refused.another"));
            assertTrue(seen.getBoolean("refused.before"), "nor is it afterwards");
            assertTrue(seen.getString("putOut.words").contains("put out"), seen.prettify());
            assertFalse(seen.getBoolean("putOut.mayStartAnew"));
            assertEquals(0, seen.getInt("putOut.registrations"));
        }
    }

    private ScriptPage page() throws IOException {
        return ScriptPage.openOrSkip().forward("/v1/", service);
    }

    private static JsonPath run(ScriptPage page, String script) throws IOException, InterruptedException {
        page.script(script + ".js", "module", Bundle.of("page/" + script));
        return JsonPath.from(page.run(PATIENCE));
    }

    private static void assertRenewal(JsonPath seen, String how, int refreshes, int signIns) {
        assertEquals("none", seen.getString(how + ".problem"), how);
        assertEquals(refreshes, seen.getInt(how + ".refreshes"), how);
        assertEquals(signIns, seen.getInt(how + ".signIns"), how);
    }

    private int logins(JsonPath seen) {
        return tables.row("SELECT COUNT(*) FROM login WHERE player_id = ?", seen.getString("player"))
                .getInteger(0);
    }
}
