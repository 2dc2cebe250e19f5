package app.vstrivia.api.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Completes the description with what holds for all operations. */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = 0)
public final class DescriptionFilter implements OASFilter {
    static final String REQUEST_ID = "RequestId";

    private static final String LICENCE = "Apache-2.0";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getInfo() == null) {
            api.setInfo(OASFactory.createInfo()); // title and version come from the configuration, later
        }
        api.getInfo().setLicense(OASFactory.createLicense().name(LICENCE).identifier(LICENCE));
        Schemas.complete(api);
        api.getComponents()
                .addHeader(
                        REQUEST_ID,
                        OASFactory.createHeader()
                                .description("Names this request in logs and problems: the client's own"
                                        + " X-Request-Id, if it had one, or a new one")
                                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
        Headers.describe(api.getComponents());
        ProblemResponses problems = new ProblemResponses(api.getComponents());
        Examples examples = new Examples(api.getComponents());
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> complete(path, method, operation, problems, examples)));
    }

    private static void complete(
            String path,
            PathItem.HttpMethod method,
            Operation operation,
            ProblemResponses problems,
            Examples examples) {
        if (operation.getOperationId() == null) {
            operation.setOperationId(method.name().toLowerCase(Locale.ROOT)
                    + path.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("_$", ""));
        }
        Headers.addTo(method, operation);
        problems.addTo(path, operation);
        examples.addTo(operation);
        operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(response -> response.getKey().compareTo("400") < 0)
                .map(Map.Entry::getValue)
                .forEach(response -> {
                    response.addHeader("X-Request-Id", OASFactory.createHeader().ref(REQUEST_ID));
                    response.removeExtension(ApiDescription.PROBLEM_CODES); // the operation's go to its answers, too
                });
    }
}
