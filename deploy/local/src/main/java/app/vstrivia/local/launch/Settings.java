package app.vstrivia.local.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where and how a system runs.
 *
 * @param root the project's folder, with the built services in it
 * @param data everything that is kept between runs
 * @param realtime the ports of each replica of the realtime service
 * @param environment added to the services' environment; what it says goes before what the launcher would say
 * @param realtimeOptions for the JVM of each realtime process
 * @param realtimeEnvironments for one replica each, in their order; what they say goes before all else; empty for none
 */
public record Settings(
        Path root,
        Path data,
        ServicePorts api,
        List<ServicePorts> realtime,
        int mariaDbPort,
        int redisPort,
        int s3Port,
        Map<String, String> environment,
        List<String> realtimeOptions,
        List<Map<String, String>> realtimeEnvironments) {
    public Settings {
        root = root.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        realtime = List.copyOf(realtime);
        environment = Map.copyOf(environment);
        realtimeOptions = List.copyOf(realtimeOptions);
        realtimeEnvironments = List.copyOf(realtimeEnvironments);
    }

    /** All replicas alike, with the JVM's own defaults. */
    public Settings(
            Path root,
            Path data,
            ServicePorts api,
            List<ServicePorts> realtime,
            int mariaDbPort,
            int redisPort,
            int s3Port,
            Map<String, String> environment) {
        this(root, data, api, realtime, mariaDbPort, redisPort, s3Port, environment, List.of(), List.of());
    }

    /** What only this replica has in its environment; replicas count from 0. */
    Map<String, String> environmentOf(int replica) {
        return realtimeEnvironments.isEmpty() ? Map.of() : realtimeEnvironments.get(replica);
    }
}
