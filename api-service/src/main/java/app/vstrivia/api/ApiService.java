package app.vstrivia.api;

import app.vstrivia.model.edge.ConnectionDeadlines;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service. */
@QuarkusMain
public final class ApiService {
    private ApiService() {}

    public static void main(String... args) {
        ConnectionDeadlines.enable();
        Quarkus.run(args);
    }
}
