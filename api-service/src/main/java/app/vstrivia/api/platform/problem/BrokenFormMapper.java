package app.vstrivia.api.platform.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;

/**
 * A form with files that is none, or ends too early: the framework throws a plain {@link IOException}, and would call it a
 * fault of the service. Any other one is a fault.
 */
@Provider
public class BrokenFormMapper extends ExceptionMapperBase<IOException> {
    private static final String READER = "org.jboss.resteasy.reactive.server.core.multipart.";

    @Override
    protected HttpProblem toProblem(IOException exception) {
        StackTraceElement[] trace = exception.getStackTrace();
        boolean broken = trace.length > 0 && trace[0].getClassName().startsWith(READER);
        return HttpProblem.valueOf(broken ? Status.BAD_REQUEST : Status.INTERNAL_SERVER_ERROR);
    }
}
