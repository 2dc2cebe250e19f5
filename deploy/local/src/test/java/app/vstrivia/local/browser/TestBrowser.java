package app.vstrivia.local.browser;

import app.vstrivia.model.browser.InstalledChromium;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A headless Chromium. Opening it skips the test class where there is none to be had. */
final class TestBrowser implements AutoCloseable {
    private static final int FETCH_MINUTES = 4;
    private static final int PATIENCE_MILLIS = 20_000;
    private static final List<String> ARGUMENTS =
            List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking");
    private static Boolean fetched;
    private static boolean told;

    private final Playwright playwright;
    private final Browser browser;

    private TestBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static TestBrowser openOrSkip() throws InterruptedException {
        Optional<Path> installed = InstalledChromium.find();
        if (installed.isEmpty() && !fetch()) {
            String reason =
                    "Browser tests are skipped: no Chromium is installed (CHROMIUM may name one) or can be fetched.";
            if (!told) {
                System.out.println(reason);
                told = true;
            }
            Assumptions.abort(reason);
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(ARGUMENTS);
            installed.ifPresent(options::setExecutablePath);
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            return new TestBrowser(playwright, playwright.chromium().launch(options));
        } catch (PlaywrightException failure) {
            playwright.close();
            throw failure;
        }
    }

    /** A browser of its own to the page: other storage, so another player. */
    BrowserContext player(int width, int height) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
    }

    @Override
    public void close() {
        playwright.close();
    }

    /** Tried once for all test classes. */
    private static synchronized boolean fetch() throws InterruptedException {
        if (fetched == null) {
            fetched = System.getenv("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD") == null && install();
        }
        return fetched;
    }

    /** Playwright's command line ends the JVM that it runs in, so it gets one of its own. */
    private static boolean install() throws InterruptedException {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "com.microsoft.playwright.CLI",
                "install",
                "chromium",
                "--only-shell");
        try {
            Process process = command.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean done = process.waitFor(FETCH_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
            process.destroyForcibly();
            return done;
        } catch (IOException noProcess) {
            return false;
        }
    }
}
