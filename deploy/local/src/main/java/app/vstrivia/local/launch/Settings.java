package app.vstrivia.local.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where and how a system runs.
 *
 * @param root the project's folder, with the built services in it
 * @param data everything that is kept between runs
 * @param realtimePorts one for each replica of the realtime service
 * @param environment added to the services' environment; what it says goes before what the launcher would say
 */
public record Settings(
        Path root,
        Path data,
        int apiPort,
        List<Integer> realtimePorts,
        int mariaDbPort,
        int redisPort,
        int s3Port,
        Map<String, String> environment) {
    public Settings {
        root = root.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        realtimePorts = List.copyOf(realtimePorts);
        environment = Map.copyOf(environment);
    }
}
