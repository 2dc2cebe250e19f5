package app.vstrivia.api.platform.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What a name means at this moment. */
@FunctionalInterface
public interface NameLookup {
    /** At least one. Waits. */
    InetAddress[] resolve(String host) throws UnknownHostException;
}
