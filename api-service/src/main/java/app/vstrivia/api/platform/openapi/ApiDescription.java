package app.vstrivia.api.platform.openapi;

import app.vstrivia.api.platform.requestid.RequestIds;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** What all endpoints share in the description of the API. */
public final class ApiDescription {
    /** The extension of an operation that lists the codes of its own problems, with commas between them. */
    public static final String PROBLEM_CODES = "x-problem-codes";

    /** The schema of problems. */
    static final String PROBLEM = "Problem";

    /** The schema of what is wrong with a field. */
    static final String VIOLATION = "Violation";

    private ApiDescription() {}

    static Schema violation() {
        return object().description("What is wrong with a field")
                .addProperty("field", text())
                .addProperty("in", text().description("body, path, query, header or ?"))
                .addProperty("message", text())
                .required(List.of("field", "in", "message"));
    }

    /** RFC 9457 with our members; some problems have more of their own. */
    static Schema problem() {
        return object().description("RFC 9457. code is stable and for programs; detail is for people and may change.")
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(SchemaType.INTEGER)
                                .format("int32")
                                .minimum(BigDecimal.valueOf(400))
                                .maximum(BigDecimal.valueOf(599)))
                .addProperty("title", text())
                .addProperty("detail", text())
                .addProperty("instance", text())
                .addProperty("code", text().pattern("^[a-z]+(-[a-z]+)*$"))
                .addProperty("requestId", text().pattern("^" + RequestIds.ACCEPTED + "$"))
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(OASFactory.createSchema().ref(VIOLATION)))
                .required(List.of("status", "title", "code", "requestId"));
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
