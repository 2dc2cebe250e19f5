package app.vstrivia.api.platform.outbound;

import java.net.InetAddress;

/** Where connections may go. */
@FunctionalInterface
public interface AddressRule {
    boolean allows(InetAddress address, int port);
}
