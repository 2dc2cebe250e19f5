package app.vstrivia.api.media.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What a name means at this moment. */
@FunctionalInterface
interface NameLookup {
    /** At least one. Waits. */
    InetAddress[] resolve(String host) throws UnknownHostException;
}
