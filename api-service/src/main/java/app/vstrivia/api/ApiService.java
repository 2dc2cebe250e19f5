package app.vstrivia.api;

import app.vstrivia.model.edge.ConnectionDeadlines;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/** Starts the service; with the argument {@code migrate} it only brings the database up to date, and ends. */
@QuarkusMain
public final class ApiService {
    private ApiService() {}

    public static void main(String... args) {
        if (List.of(args).equals(List.of(MigrationStep.ARGUMENT))) {
            MigrationStep.prepare();
            Quarkus.run(MigrationStep.class);
            return;
        }
        ConnectionDeadlines.enable();
        Quarkus.run(args);
    }
}
