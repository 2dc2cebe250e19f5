package app.vstrivia.api.platform.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What all endpoints share in the description of the API. */
@OpenAPIDefinition(
        info = @Info(title = "VS Trivia", version = "1"),
        components =
                @Components(
                        responses =
                                @APIResponse(
                                        name = "Problem",
                                        description = "It cannot be done; code says why",
                                        content =
                                                @Content(
                                                        mediaType = "application/problem+json",
                                                        schema = @Schema(ref = "Problem"))),
                        schemas = @Schema(name = "Problem", implementation = ApiDescription.ProblemDocument.class)))
final class ApiDescription {
    private ApiDescription() {}

    /** RFC 9457 with our members: {@code code} is stable, {@code violations} lists fields. */
    record ProblemDocument(
            int status, String title, String detail, String instance, String code, List<Field> violations) {}

    /** What is wrong with a field. */
    record Field(String field, String in, String message) {}
}
