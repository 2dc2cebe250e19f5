package app.vstrivia.local.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
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
    private static final List<String> ARGUMENTS =
            List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking");
    private static boolean fetched;

    private final Playwright playwright;
    private final Browser browser;

    private TestBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static TestBrowser openOrSkip() throws InterruptedException {
        Optional<Path> installed = InstalledChromium.find();
        if (installed.isEmpty() && !fetch()) {
            String reason = "Browser tests skipped: no Chromium is installed (name one in CHROMIUM) or can be fetched.";
            System.out.println(reason);
            Assumptions.abort(reason);
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(ARGUMENTS);
            installed.ifPresent(options::setExecutablePath);
            return new TestBrowser(playwright, playwright.chromium().launch(options));
        } catch (PlaywrightException failure) {
            playwright.close();
            throw failure;
        }
    }

    /** A browser of its own to the page: other storage, so another player. */
    BrowserContext player(int width, int height) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
        context.setDefaultTimeout(20_000);
        return context;
    }

    @Override
    public void close() {
        playwright.close();
    }

    /** Fetches Playwright's own, in a process of its own since its command line ends the JVM that it runs in. */
    private static synchronized boolean fetch() throws InterruptedException {
        if (fetched) {
            return true;
        }
        if (System.getenv("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD") != null) {
            return false;
        }
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            "com.microsoft.playwright.CLI",
                            "install",
                            "chromium",
                            "--only-shell")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            fetched = process.waitFor(FETCH_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
            process.destroyForcibly();
            return fetched;
        } catch (IOException noProcess) {
            return false;
        }
    }
}
