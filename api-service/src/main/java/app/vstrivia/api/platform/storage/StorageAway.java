package app.vstrivia.api.platform.storage;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;
import software.amazon.awssdk.core.exception.SdkException;

/** The server of the files does not do what it is asked for: 503 {@code unavailable} with {@code Retry-After}. */
public final class StorageAway extends ApiProblem {
    private static final int RETRY_S = 10;

    StorageAway(SdkException cause) {
        super(Status.SERVICE_UNAVAILABLE, "unavailable", "The files cannot be reached at the moment.", RETRY_S);
        initCause(cause);
    }
}
