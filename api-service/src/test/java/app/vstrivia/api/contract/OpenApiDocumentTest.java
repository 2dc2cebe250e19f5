package app.vstrivia.api.contract;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import app.vstrivia.api.platform.idempotency.Idempotent;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.model.architecture.HouseRules;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.junit.jupiter.api.Test;

/** The committed document is what the service says of itself, and says it all. */
@ApiTest
class OpenApiDocumentTest {
    /** POSTs that take no {@code Idempotency-Key}, and why sending them twice does no harm. */
    private static final Map<String, String> WITHOUT_KEY = Map.ofEntries(
            entry(
                    "replaceSecret",
                    "the old secret is good for five minutes, to ask again; the answer that was lost is void"),
            entry("issueTokens", "a device has one family of refresh tokens, and the last one counts"),
            entry("refreshTokens", "the spent token is good for 30 s more, if the answer was lost"),
            entry("merge", "the token of the offer is good once"),
            entry("claimAdmin", "the code is good once"),
            entry("importQuestions", "a question has a fingerprint, and is added once"),
            entry("joinRoom", "a player is in a match once"),
            entry("startMatch", "a match starts once"),
            entry("pauseMatch", "sets a state"),
            entry("resumeMatch", "sets a state"),
            entry("skipPhase", "what was skipped cannot be skipped again; creates nothing"),
            entry("endMatch", "sets a state"),
            entry("answer", "has an id of its own, and the first answer stands"),
            entry("playBot", "a ticket becomes one match"),
            entry("revokePlayer", "sets a state"),
            entry("repeatJob", "sets a moment"),
            entry("uploadPicture", "the same file of the same owner is the same picture"),
            entry("sendPicture", "the same file of the same owner is the same picture"),
            entry("fetchPicture", "the same file of the same owner is the same picture"),
            entry("completeVideo", "a video is completed once"),
            entry("restoreQuiz", "sets a state"),
            entry("testWebhook", "what is sent says nothing, and may come twice"),
            entry("replayDelivery", "sets a state"),
            entry("replayFailedDeliveries", "what is sent has not failed any more"),
            entry("publishQuiz", "one publication of a quiz runs at a time, and what is shown is not published again"));

    /** PUTs and PATCHes that take no {@code If-Match}, and why nobody overwrites what another one wrote. */
    private static final Map<String, String> WITHOUT_IF_MATCH = Map.of(
            "grantRole", "a role is there or not",
            "shareQuiz", "a member has one access, which its owner alone gives",
            "decideReview", "the last decision counts, and the audit has all of them",
            "saveWebhook", "has one owner, who alone changes it",
            "reportQuestion", "everybody has a report of their own, which takes the place of their last one");

    private static final String RENEW = "./mvnw -pl api-service -am package -Dtest=OpenApiDocumentTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dopenapi.renew=true";

    @Test
    void theCommittedDocumentIsTheServices() throws IOException {
        String said = given().get("/q/openapi").then().statusCode(200).extract().asString();
        if (Boolean.getBoolean("openapi.renew")) {
            Files.writeString(OpenApi.FILE, said);
        }
        List<String> committed = Files.readAllLines(OpenApi.FILE);
        List<String> present = said.lines().toList();

        List<String> difference = UnifiedDiffUtils.generateUnifiedDiff(
                "committed", "service", committed, DiffUtils.diff(committed, present), 3);

        if (!difference.isEmpty()) {
            fail("The API is not what " + OpenApi.FILE + " says.\nIf that is meant, renew it: " + RENEW + "\n\n"
                    + String.join("\n", difference));
        }
    }

    @Test
    void everyOperationHasANameASummaryAndItsProblems() {
        Set<String> names = new HashSet<>();
        for (ApiOperation operation : OpenApi.read().operations()) {
            assertTrue(names.add(operation.id()), operation + " has the name of another one");
            assertTrue(operation.node().hasNonNull("summary"), operation + " has no summary");
            for (int status : new int[] {406, 429, 500, 503}) {
                assertTrue(operation.response(status) != null, operation + " says nothing of " + status);
            }
        }
        assertTrue(names.size() > 20, names::toString);
    }

    @Test
    void everyBodyHasAnExampleThatFits() {
        OpenApi api = OpenApi.read();
        List<String> faults = new ArrayList<>();
        for (ApiOperation operation : api.operations()) {
            check(api, operation + " asks", operation.node().at("/requestBody/content"), faults);
            operation
                    .node()
                    .path("responses")
                    .properties()
                    .forEach(response -> check(
                            api,
                            operation + " answers " + response.getKey(),
                            api.resolve(response.getValue()).path("content"),
                            faults));
        }

        assertEquals(List.of(), faults);
    }

    private static void check(OpenApi api, String where, JsonNode content, List<String> faults) {
        for (String type : List.of("application/json", "application/problem+json")) {
            if (content.has(type)) {
                List<JsonNode> examples = new ArrayList<>(content.path(type).findValues("example"));
                content.path(type)
                        .path("examples")
                        .forEach(example -> examples.add(api.resolve(example).path("value")));
                if (examples.isEmpty()) {
                    faults.add(where + " without an example");
                }
                examples.forEach(example -> api.violations(content.path(type).path("schema"), example)
                        .forEach(violation -> faults.add(where + ": " + violation)));
            }
        }
    }

    @Test
    void whatCreatesTakesAnIdempotencyKey() {
        List<String> forgotten = HouseRules.classesOf("app.vstrivia.api").stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> creates(method) != method.isAnnotatedWith(Idempotent.class))
                .filter(method -> !method.isAnnotatedWith("org.jboss.resteasy.reactive.server.ServerRequestFilter"))
                .filter(method -> !method.isAnnotatedWith("org.jboss.resteasy.reactive.server.ServerResponseFilter"))
                .map(JavaMethod::getFullName)
                .toList();

        assertEquals(List.of(), forgotten, "what answers 201 is @Idempotent, and nothing else is");
    }

    @Test
    void everyPostTakesAnIdempotencyKeyOrItIsSaidWhyNot() {
        assertEquals(new TreeSet<>(WITHOUT_KEY.keySet()), without(Idempotent.HEADER, Set.of("POST")));
    }

    @Test
    void everyEditTakesIfMatchOrItIsSaidWhyNot() {
        assertEquals(new TreeSet<>(WITHOUT_IF_MATCH.keySet()), without("If-Match", Set.of("PUT", "PATCH")));
    }

    /** The names of the operations that do not take that header. */
    private static Set<String> without(String header, Set<String> methods) {
        return OpenApi.read().operations().stream()
                .filter(operation -> methods.contains(operation.method()))
                .filter(operation -> operation.parameters().stream()
                        .noneMatch(parameter -> parameter.path("name").asText().equals(header)))
                .map(ApiOperation::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean creates(JavaMethod method) {
        return method.tryGetAnnotationOfType(ResponseStatus.class)
                .filter(status -> status.value() == 201)
                .isPresent();
    }
}
