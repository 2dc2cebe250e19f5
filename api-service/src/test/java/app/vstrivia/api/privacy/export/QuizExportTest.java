package app.vstrivia.api.privacy.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestQuiz;
import app.vstrivia.model.id.PlayerId;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

@ApiTest
class QuizExportTest {
    @Inject
    ExportFile file;

    private Map<String, String> files(TestPlayer player) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        file.write(PlayerId.parse(player.id()), zip);
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName(), new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void anAuthorGetsTheOwnQuizzesWholeAndOfOthersThatTheyAreShared() throws IOException {
        TestPlayer ada = TestPlayer.with("author");
        TestPlayer bob = TestPlayer.with("author");
        TestQuiz own = TestQuiz.of(ada, "Ada's quiz", TestQuiz.allKinds());
        TestQuiz shared = TestQuiz.of(bob, "Bob's quiz", TestQuiz.single("Bob's own question?"));
        shared.sharedWith(ada, "editor");
        TestQuiz secret = TestQuiz.of(bob, "Bob's secret");

        Map<String, String> files = files(ada);

        JsonPath quizzes = new JsonPath(files.get("quizzes.json"));
        assertEquals(List.of(own.id(), shared.id()), quizzes.getList("id"));
        assertEquals(List.of("owner", "editor"), quizzes.getList("access"));
        assertEquals(List.of("Ada's quiz", "Bob's quiz"), quizzes.getList("title"));
        JsonPath items = new JsonPath(files.get("quiz-items.json"));
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6), items.getList("itemNo"));
        assertEquals(
                List.of("One?", "All?", "So?", "How many?", "In which order?", "Who?", "And you?"),
                items.getList("text"));
        assertEquals("yes", items.getString("[0].choices[0].text"));
        assertEquals(List.of("first", "second", "third"), items.getList("[4].body.items"));
        String everything = files.toString();
        assertFalse(everything.contains("Bob's own question?"));
        assertFalse(everything.contains(secret.id()));
        assertTrue(files.get("README.txt").contains("quizzes.json"));
    }

    @Test
    void whatAnotherThrewAwayIsNotInIt() throws IOException {
        TestPlayer ada = TestPlayer.with("author");
        TestPlayer bob = TestPlayer.with("author");
        TestQuiz shared = TestQuiz.of(bob, "Thrown away by Bob");
        shared.sharedWith(ada, "viewer");
        TestQuiz own = TestQuiz.of(ada, "Thrown away by Ada");
        bob.asks().delete(shared.path()).then().statusCode(204);
        ada.asks().delete(own.path()).then().statusCode(204);

        assertEquals(List.of(own.id()), new JsonPath(files(ada).get("quizzes.json")).getList("id"));
    }
}
