package app.vstrivia.local.launch;

import java.net.URI;
import java.util.Properties;

/**
 * What a running system tells other commands.
 *
 * @param pid the launcher's process
 * @param ready false while it is starting
 */
record RunningSystem(long pid, int apiPort, int realtimePort, boolean ready) {
    Properties toProperties() {
        Properties properties = new Properties();
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("api-port", Integer.toString(apiPort));
        properties.setProperty("realtime-port", Integer.toString(realtimePort));
        properties.setProperty("ready", Boolean.toString(ready));
        return properties;
    }

    static RunningSystem of(Properties properties) {
        return new RunningSystem(
                Long.parseLong(properties.getProperty("pid", "0")),
                Integer.parseInt(properties.getProperty("api-port", "0")),
                Integer.parseInt(properties.getProperty("realtime-port", "0")),
                Boolean.parseBoolean(properties.getProperty("ready")));
    }

    /** Where the API listens, without asking how this machine resolves its own name. */
    URI apiAddress() {
        return URI.create("http://127.0.0.1:" + apiPort);
    }

    /** The same, for people and browsers. */
    URI api() {
        return URI.create("http://localhost:" + apiPort);
    }
}
