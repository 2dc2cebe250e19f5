package app.vstrivia.api;

import io.quarkus.runtime.QuarkusApplication;
import java.util.Map;

/**
 * The step before a roll-out: a start that migrates the database, listens nowhere, does no job, and ends; with 0 if the database
 * is up to date, with 1 if it is not. What else a start does that lasts, such as filling an empty bank, is done here once,
 * before there are replicas to do it at the same time.
 */
public final class MigrationStep implements QuarkusApplication {
    static final String ARGUMENT = "migrate";

    /** Settings of this step alone; they go before those of the environment. */
    private static final Map<String, String> SETTINGS = Map.of(
            "quarkus.flyway.migrate-at-start", "true",
            "quarkus.http.host-enabled", "false",
            "quarkus.management.host-enabled", "false",
            "trivia.first-admin.print", "false",
            "trivia.worker.enabled", "false");

    static void prepare() {
        SETTINGS.forEach(System::setProperty);
    }

    /** The migrations are done by the time that this is called: without them the start fails. */
    @Override
    public int run(String... arguments) {
        return 0;
    }
}
