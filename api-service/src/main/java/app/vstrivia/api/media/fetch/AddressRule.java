package app.vstrivia.api.media.fetch;

import java.net.InetAddress;

/** Where connections may go. */
@FunctionalInterface
public interface AddressRule {
    boolean allows(InetAddress address, int port);
}
