package app.vstrivia.api.identity.merge;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.FakeIssuers;
import app.vstrivia.api.support.Operator;
import app.vstrivia.api.support.TestIdentity;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestQuiz;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
@WithTestResource(value = FakeIssuers.class, scope = TestResourceScope.GLOBAL)
class QuizMergeTest {
    private TestIdentity identity;
    private TestPlayer ada;
    private TestPlayer guest;
    private TestPlayer bob;

    @BeforeEach
    void twoWhoAreOne() {
        identity = TestIdentity.at("acme");
        TestPlayer player = identity.becomes("Ada");
        Operator.asks()
                .put("/v1/admin/players/" + player.id() + "/roles/author")
                .then()
                .statusCode(204);
        ada = player.signedIn();
        guest = TestPlayer.with("author");
        bob = TestPlayer.with("author");
    }

    private void merge(int quizzes) {
        String token = identity.isLinkedBy(guest)
                .then()
                .statusCode(409)
                .body("merge.moves.quizzes", equalTo(quizzes))
                .extract()
                .path("merge.token");
        guest.asks()
                .body(Map.of("token", token, "secret", guest.secret()))
                .post("/v1/me/merge")
                .then()
                .statusCode(200);
    }

    @Test
    void theGuestsQuizzesAreThePlayersAfterwards() {
        TestQuiz own = TestQuiz.of(guest, "The guest's", TestQuiz.single("One?"));
        TestQuiz bobs = TestQuiz.of(bob, "Bob's");
        bobs.sharedWith(guest, "editor");

        merge(2);

        own.get(ada)
                .then()
                .statusCode(200)
                .body("access", equalTo("owner"))
                .body("items.question.text", contains("One?"));
        bobs.get(ada).then().statusCode(200).body("access", equalTo("editor"));
        bob.asks().get(bobs.path() + "/members").then().body("playerId", contains(bob.id(), ada.id()));
    }

    @Test
    void ofAQuizThatBothWorkOnTheHigherAccessStays() {
        TestQuiz guests = TestQuiz.of(guest, "The guest's");
        guests.sharedWith(ada, "viewer");
        TestQuiz adas = TestQuiz.of(ada, "Ada's");
        adas.sharedWith(guest, "editor");
        TestQuiz bobs = TestQuiz.of(bob, "Bob's");
        bobs.sharedWith(guest, "editor");
        bobs.sharedWith(ada, "viewer");

        merge(3);

        for (TestQuiz quiz : new TestQuiz[] {guests, adas}) {
            quiz.get(ada).then().statusCode(200).body("access", equalTo("owner"));
            ada.asks().get(quiz.path() + "/members").then().body("playerId", contains(ada.id()));
        }
        assertEquals("editor", bobs.get(ada).path("access"));
        bob.asks().get(bobs.path() + "/members").then().body("playerId", contains(bob.id(), ada.id()));
    }
}
