package app.vstrivia.local.bench.load;

import java.io.IOException;

/** What one benchmark does to the system. */
interface Scenario {
    Result run() throws IOException;

    /** Drops all connections. */
    void leave();
}
