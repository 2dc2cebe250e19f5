package app.vstrivia.api.platform.problem;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

/** JSON beyond the bounds that are set for it: the framework would call it a fault of the service. */
@Provider
public class StreamConstraintsMapper extends ExceptionMapperBase<StreamConstraintsException> {
    @Override
    protected HttpProblem toProblem(StreamConstraintsException exception) {
        return HttpProblem.valueOf(Status.BAD_REQUEST);
    }
}
