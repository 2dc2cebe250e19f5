package app.vstrivia.api.support;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A quiz that somebody made. {@code tag} is that of the revision after it was made. */
public record TestQuiz(TestPlayer owner, String id, String tag) {

    public static TestQuiz of(TestPlayer owner, String title, Object... items) {
        Response created = owner.asks().body(body(title, items)).post("/v1/quizzes");
        created.then().statusCode(201);
        return new TestQuiz(owner, created.path("quizId"), created.header("ETag"));
    }

    public static Map<String, Object> body(String title, Object... items) {
        return new HashMap<>(Map.of("title", title, "language", "en", "items", Arrays.asList(items)));
    }

    /** A question of the author's own, with what its type has. */
    public static Map<String, Object> own(String type, String text, Map<String, Object> more) {
        Map<String, Object> question = new HashMap<>(more);
        question.put("type", type);
        question.put("text", text);
        return new HashMap<>(Map.of("question", question));
    }

    public static Map<String, Object> single(String text) {
        return own("single", text, Map.of("choices", choices("yes", true, "no", false)));
    }

    public static Map<String, Object> quoted(UUID question) {
        return new HashMap<>(Map.of("questionId", question));
    }

    /** Texts, each with whether it is right. */
    public static List<Map<String, Object>> choices(String one, boolean oneRight, String two, boolean twoRight) {
        return List.of(Map.of("text", one, "correct", oneRight), Map.of("text", two, "correct", twoRight));
    }

    /** One item of each kind that an author can write. */
    public static Object[] allKinds() {
        return new Object[] {
            single("One?"),
            own("multiple", "All?", Map.of("choices", choices("a", true, "b", true), "explanation", "Both.")),
            own("boolean", "So?", Map.of("choices", choices("True", false, "False", true), "timeLimit", 10)),
            own(
                    "numeric",
                    "How many?",
                    Map.of("number", Map.of("value", "7", "tolerance", "0.5", "min", "1", "max", "9", "step", "2"))),
            own("ordering", "In which order?", Map.of("answers", List.of("first", "second", "third"))),
            own("text", "Who?", Map.of("answers", List.of("Ada", "Ada Lovelace"))),
            own("poll", "And you?", Map.of("choices", choices("tea", false, "coffee", false), "attribution", "Anon"))
        };
    }

    /** Questions that the bank has afterwards, a {@code single} one of each text, in a language of their own. */
    public static List<UUID> bank(String language, String... texts) {
        StringBuilder csv = new StringBuilder("type,question,a,b,correct,category\n");
        Arrays.asList(texts).forEach(text -> csv.append("single,").append(text).append(",x,y,1,Quizzes\n"));
        given().auth()
                .oauth2(Operator.token("admin"))
                .contentType("application/octet-stream")
                .body(csv.toString().getBytes())
                .post("/v1/imports?format=csv&language=" + language)
                .then()
                .statusCode(200);
        List<Map<String, Object>> items = given().auth()
                .oauth2(Operator.token("admin"))
                .get("/v1/questions?language=" + language)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        return Arrays.stream(texts)
                .map(text -> items.stream()
                        .filter(item -> item.get("text").equals(text))
                        .map(item -> UUID.fromString((String) item.get("id")))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    public String path() {
        return "/v1/quizzes/" + id;
    }

    public Response save(TestPlayer by, String ifMatch, Map<String, Object> body) {
        return by.asks().header("If-Match", ifMatch).body(body).put(path());
    }

    public Response get(TestPlayer by) {
        return by.asks().get(path());
    }

    /** As the owner finds it. */
    public JsonPath view() {
        return get(owner).then().statusCode(200).extract().jsonPath();
    }

    /** Lets somebody look at it, or change it. */
    public TestPlayer sharedWith(TestPlayer player, String access) {
        owner.asks()
                .body(Map.of("access", access))
                .put(path() + "/members/" + player.id())
                .then()
                .statusCode(204);
        return player;
    }
}
