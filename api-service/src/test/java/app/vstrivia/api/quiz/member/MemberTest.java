package app.vstrivia.api.quiz.member;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestQuiz;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class MemberTest {
    @Inject
    MemberStore store;

    @Inject
    Transactions transactions;

    private TestPlayer ada;
    private TestPlayer bob;
    private TestQuiz quiz;

    @BeforeEach
    void aQuizOfAda() {
        ada = TestPlayer.with("author");
        bob = TestPlayer.with("author");
        quiz = TestQuiz.of(ada, "Ada's", TestQuiz.single("One?"));
    }

    private ValidatableResponse share(TestPlayer by, String player, String access) {
        return by.asks()
                .body(Map.of("access", access))
                .put(quiz.path() + "/members/" + player)
                .then();
    }

    private ValidatableResponse remove(TestPlayer by, TestPlayer player) {
        return by.asks().delete(quiz.path() + "/members/" + player.id()).then();
    }

    @Test
    void anotherAuthorFindsNothing() {
        String before = quiz.get(ada).asString();

        quiz.get(bob).then().statusCode(404).body("code", equalTo("not-found"));
        quiz.save(bob, quiz.tag(), TestQuiz.body("Bob's")).then().statusCode(404);
        quiz.save(bob, "*", TestQuiz.body("Bob's")).then().statusCode(404);
        bob.asks().get(quiz.path() + "/preview").then().statusCode(404);
        bob.asks().get(quiz.path() + "/members").then().statusCode(404);
        bob.asks().post(quiz.path() + "/copies").then().statusCode(404);
        bob.asks().delete(quiz.path()).then().statusCode(404);
        share(bob, bob.id(), "editor").statusCode(404);
        bob.asks().get("/v1/quizzes").then().body("items", hasSize(0));

        assertEquals(before, quiz.get(ada).asString());
    }

    @Test
    void anAdminIsNoMemberEither() {
        quiz.get(TestPlayer.with("admin")).then().statusCode(404);
    }

    @Test
    void aViewerLooksAndAnEditorChanges() {
        quiz.sharedWith(bob, "viewer");
        String tag = quiz.get(bob).header("ETag");

        quiz.get(bob).then().statusCode(200).body("access", equalTo("viewer"));
        bob.asks().get(quiz.path() + "/preview").then().statusCode(200);
        quiz.save(bob, tag, TestQuiz.body("Bob's")).then().statusCode(403).body("code", equalTo("forbidden"));
        share(ada, bob.id(), "editor").statusCode(204);
        String editors = quiz.get(bob).header("ETag");
        quiz.save(bob, editors, TestQuiz.body("Theirs")).then().statusCode(200);

        assertEquals("Theirs", quiz.view().getString("title"));
        bob.asks()
                .get("/v1/quizzes")
                .then()
                .body("items.quizId", contains(quiz.id()))
                .body("items.access", contains("editor"));
    }

    @Test
    void membersAreToldWhoTheOthersAre() {
        TestPlayer cleo = TestPlayer.with("author");
        quiz.sharedWith(bob, "viewer");
        quiz.sharedWith(cleo, "editor");

        bob.asks()
                .get(quiz.path() + "/members")
                .then()
                .statusCode(200)
                .body("playerId", contains(ada.id(), bob.id(), cleo.id()))
                .body("name", contains(ada.name(), bob.name(), cleo.name()))
                .body("access", contains("owner", "viewer", "editor"));
    }

    @Test
    void onlyTheOwnerSharesAndTakesBack() {
        TestPlayer cleo = TestPlayer.with("author");
        quiz.sharedWith(bob, "editor");
        quiz.sharedWith(cleo, "viewer");

        share(bob, bob.id(), "viewer").statusCode(403);
        share(bob, TestPlayer.with("author").id(), "viewer").statusCode(403);
        remove(bob, cleo).statusCode(403);
        remove(bob, ada).statusCode(403);

        remove(ada, cleo).statusCode(204);
        remove(ada, cleo).statusCode(204);
        quiz.get(cleo).then().statusCode(404);
    }

    @Test
    void aMemberMayLeave() {
        quiz.sharedWith(bob, "viewer");

        remove(bob, bob).statusCode(204);

        quiz.get(bob).then().statusCode(404);
        ada.asks().get(quiz.path() + "/members").then().body("playerId", contains(ada.id()));
    }

    @Test
    void thereIsOneOwnerWhoStaysThat() {
        quiz.sharedWith(bob, "editor");

        share(ada, bob.id(), "owner").statusCode(409).body("code", equalTo("conflict"));
        share(ada, ada.id(), "viewer").statusCode(409);
        remove(ada, ada).statusCode(409);

        ada.asks().get(quiz.path() + "/members").then().body("access", contains("owner", "editor"));
    }

    @Test
    void whoBecameTheOwnerJustBeforeIsNotRemoved() {
        transactions
                .run(transaction -> store.remove(transaction, UuidV7.parse(quiz.id()), PlayerId.parse(ada.id())))
                .await()
                .indefinitely();

        quiz.get(ada).then().statusCode(200).body("access", equalTo("owner"));
    }

    @Test
    void aQuizIsSharedWithPlayersAndNotWithTooMany() {
        share(ada, UUID.randomUUID().toString(), "viewer").statusCode(404);
        share(ada, bob.id(), "king").statusCode(400);
        for (int i = 1; i < MemberService.MOST_MEMBERS; i++) {
            quiz.sharedWith(TestPlayer.register("Member " + i), "viewer");
        }

        share(ada, bob.id(), "viewer").statusCode(409).body("code", equalTo("too-many-members"));

        ada.asks().get(quiz.path() + "/members").then().body("$", hasSize(MemberService.MOST_MEMBERS));
    }
}
