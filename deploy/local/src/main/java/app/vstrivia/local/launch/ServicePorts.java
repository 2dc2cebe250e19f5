package app.vstrivia.local.launch;

import app.vstrivia.embedded.FreePort;

/**
 * Where a service listens.
 *
 * @param http for everybody
 * @param management health and metrics
 */
public record ServicePorts(int http, int management) {
    /** Two that nobody uses at the moment. */
    public static ServicePorts free() {
        return new ServicePorts(FreePort.next(), FreePort.next());
    }
}
