package app.vstrivia.api.platform.openapi;

import app.vstrivia.api.platform.problem.ProblemCode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Says of each operation which problems it may have: its own, and those that follow from what it is. */
final class ProblemResponses {
    private static final String MEDIA_TYPE = "application/problem+json";

    private final Components components;
    private final Set<String> shared = new TreeSet<>();

    ProblemResponses(Components components) {
        this.components = components;
        components.addSchema(ApiDescription.PROBLEM, ApiDescription.problem());
        components.addSchema(ApiDescription.VIOLATION, ApiDescription.violation());
        for (ProblemCode code : ProblemCode.sorted()) {
            components.addExample(
                    code.code(),
                    OASFactory.createExample().summary(code.meaning()).value(exampleOf(code)));
        }
    }

    /** In this order, which is that of the document. */
    private static Map<String, Object> exampleOf(ProblemCode code) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("status", code.status());
        example.put("title", code.title());
        example.put("detail", code.meaning());
        example.put("code", code.code());
        example.put("requestId", Examples.ID);
        return example;
    }

    void addTo(String path, Operation operation) {
        APIResponses responses = operation.getResponses();
        Map<Integer, Set<ProblemCode>> byStatus = codesOf(path, operation).stream()
                .collect(Collectors.groupingBy(
                        ProblemCode::status, TreeMap::new, Collectors.toCollection(TreeSet::new)));
        responses.getAPIResponses().keySet().stream()
                .filter(status -> status.compareTo("400") >= 0)
                .map(Integer::valueOf)
                .forEach(status ->
                        byStatus.computeIfAbsent(status, s -> new TreeSet<>(Set.of(ProblemCode.ofStatus(s)))));
        byStatus.forEach((status, codes) -> responses.addAPIResponse(
                status.toString(), OASFactory.createAPIResponse().ref(sharedFor(codes))));
    }

    private static Set<ProblemCode> codesOf(String path, Operation operation) {
        Set<ProblemCode> codes = new TreeSet<>(Set.of(
                ProblemCode.NOT_ACCEPTABLE,
                ProblemCode.TOO_MANY_REQUESTS,
                ProblemCode.INTERNAL,
                ProblemCode.UNAVAILABLE));
        if (path.contains("{")) {
            codes.add(ProblemCode.NOT_FOUND);
        }
        if (operation.getParameters() != null) {
            codes.add(ProblemCode.INVALID);
        }
        if (operation.getRequestBody() != null) {
            codes.addAll(List.of(
                    ProblemCode.INVALID,
                    ProblemCode.MALFORMED,
                    ProblemCode.LENGTH_REQUIRED,
                    ProblemCode.TOO_LARGE,
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE));
            if (operation.getRequestBody().getContent().hasMediaType("application/json")) {
                codes.add(ProblemCode.TOO_COMPLEX);
            }
        }
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            codes.addAll(List.of(ProblemCode.UNAUTHENTICATED, ProblemCode.FORBIDDEN));
        }
        if (Headers.creates(operation)) {
            codes.addAll(List.of(ProblemCode.REQUEST_IN_PROGRESS, ProblemCode.IDEMPOTENCY_KEY_REUSED));
        }
        if (Headers.hasIfMatch(operation)) {
            codes.add(ProblemCode.PRECONDITION_FAILED);
        }
        codes.addAll(ownCodesOf(operation));
        return codes;
    }

    private static List<ProblemCode> ownCodesOf(Operation operation) {
        Map<String, Object> extensions = operation.getExtensions();
        Object own = extensions == null ? null : extensions.get(ApiDescription.PROBLEM_CODES);
        if (own == null) {
            return List.of();
        }
        operation.removeExtension(ApiDescription.PROBLEM_CODES);
        return Arrays.stream(own.toString().split(","))
                .map(String::strip)
                .map(code -> ProblemCode.named(code)
                        .orElseThrow(() -> new IllegalArgumentException(code + " is not in the catalogue")))
                .toList();
    }

    /** The response of the components that has exactly these codes, which have one status. */
    private String sharedFor(Set<ProblemCode> codes) {
        List<String> names = codes.stream().map(ProblemCode::code).toList();
        String name = String.join(".", names);
        if (shared.add(name)) {
            MediaType problem = OASFactory.createMediaType()
                    .schema(OASFactory.createSchema().ref(ApiDescription.PROBLEM));
            names.forEach(
                    code -> problem.addExample(code, OASFactory.createExample().ref(code)));
            Content content = OASFactory.createContent().addMediaType(MEDIA_TYPE, problem);
            APIResponse response = OASFactory.createAPIResponse()
                    .description(codes.stream()
                            .map(code -> "`" + code.code() + "`: " + code.meaning())
                            .collect(Collectors.joining("\n\n")))
                    .content(content)
                    .addHeader("X-Request-Id", OASFactory.createHeader().ref(DescriptionFilter.REQUEST_ID));
            Headers.addTo(response, codes);
            response.addExtension(ApiDescription.PROBLEM_CODES, names);
            components.addResponse(name, response);
        }
        return name;
    }
}
