package app.vstrivia.local.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whoever adds a setting, or changes one, renews the reference with it. */
class SettingsReferenceTest {
    private static final String RENEW = "./mvnw -pl deploy/local -am test -Dtest=SettingsReferenceTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dsettings.renew=true";
    private static final Path ROOT = root();
    private static final Path FILE = ROOT.resolve("deploy/settings.md");

    @Test
    void theReferenceIsWhatTheSourcesSay() throws IOException {
        String now = new SettingsReference(ROOT).text();
        if (Boolean.getBoolean("settings.renew")) {
            Files.writeString(FILE, now);
        }
        assertEquals(Files.readString(FILE), now, "The settings have changed; renew " + FILE + ": " + RENEW);
    }

    @Test
    void defaultsComeFromTheInterfaceUnlessTheServiceShipsWithOthers() throws IOException {
        assertEquals(Optional.of("20000"), setting("trivia.socket.connections").fallback());
        assertEquals(
                Optional.of("ws://localhost:8081/v1/socket"),
                setting("trivia.web.socket-url").fallback());
    }

    @Test
    void whatOneServiceShipsWithIsToldWithWhatBothHave() throws IOException {
        Setting isolation = setting("trivia.database.isolation");

        assertEquals(Optional.of("repeatable-read"), isolation.fallback());
        assertEquals(List.of("API `read-committed`"), isolation.changes());
    }

    @Test
    void nestedSettingsHaveTheirWholeName() throws IOException {
        assertEquals(
                Optional.of("us-east-1"),
                setting("trivia.moderation.rekognition.region").fallback());
        assertEquals("String", setting("trivia.sign-in.providers.NAME.issuer").type());
        assertEquals("people, rekognition", setting("trivia.moderation.by").type());
    }

    @Test
    void eachSettingIsExplained() throws IOException {
        for (Setting setting : new SettingsReference(ROOT).settings()) {
            assertFalse(setting.meaning().isEmpty(), setting.name() + " has no Javadoc");
        }
    }

    @Test
    void thoseOfBackupsAreThereWithTheirDefaults() throws IOException {
        List<String> rows = BackupSettings.rows(ROOT);

        assertTrue(
                rows.contains(
                        "| `TRIVIA_BACKUP_CHECK_HOURS` | `26` | how old the newest backup may be for check to find it good |"),
                rows.toString());
        assertTrue(rows.contains("| `TRIVIA_BACKUP_KEYS` | none | the file of keys |"), rows.toString());
    }

    private static Setting setting(String name) throws IOException {
        return new SettingsReference(ROOT)
                .settings().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("not found: " + name));
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("realtime-service/pom.xml"))) {
            folder = folder.getParent();
        }
        assertTrue(Files.isDirectory(folder), "the project is not above the tests");
        return folder;
    }
}
