package app.vstrivia.api.platform.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpoofedAddressTest {
    private static final String VICTIM = "198.51.100.7";

    @Test
    void whoComesStraightIsWhoHeIsWhateverHeSays() {
        assertEquals("203.0.113.9", client(List.of(), "203.0.113.9", VICTIM));
        assertEquals("203.0.113.9", client(List.of("10.0.0.0/8"), "203.0.113.9", VICTIM));
    }

    @Test
    void behindAProxyTheLastAddressCountsThatNoProxyHas() {
        List<String> trusted = List.of("10.0.0.0/8", "192.0.2.1");

        assertEquals("203.0.113.9", client(trusted, "10.1.2.3", "203.0.113.9"));
        assertEquals("203.0.113.9", client(trusted, "10.1.2.3", VICTIM + ", 203.0.113.9"));
        assertEquals("203.0.113.9", client(trusted, "10.1.2.3", VICTIM + ", 203.0.113.9, 192.0.2.1,10.9.9.9"));
        assertEquals("203.0.113.9", client(trusted, "10.1.2.3", VICTIM, "203.0.113.9", "10.9.9.9"));
    }

    @Test
    void whoWritesNonsenseDoesNotGetPastIt() {
        List<String> trusted = List.of("10.0.0.0/8");

        for (String nonsense : List.of("unknown", "", "10.0.0", "example.org", "[", "1.2.3.4.5", "_hidden")) {
            assertEquals("10.1.2.3", client(trusted, "10.1.2.3", VICTIM + "," + nonsense), nonsense);
        }
        assertEquals("10.1.2.3", client(trusted, "10.1.2.3"));
    }

    @Test
    void whoPretendsToBeAProxyInsideIsTakenForOne() {
        assertEquals("10.0.0.5", client(List.of("10.0.0.0/8"), "10.1.2.3", "10.0.0.5"));
    }

    @Test
    void portsAndIpv4WithinIpv6AreUnderstood() {
        List<String> trusted = List.of("10.0.0.0/8", "fd00::/8");

        assertEquals("203.0.113.9", client(trusted, "10.1.2.3", "203.0.113.9:4711"));
        assertEquals("203.0.113.9", client(trusted, "::ffff:10.1.2.3", "::ffff:203.0.113.9"));
        assertEquals("2001:db8:0:0:0:0:0:1", client(trusted, "fd00::1", "[2001:db8::1]:4711"));
        assertEquals("2001:db8:0:0:0:0:0:1", client(trusted, "fd00::1", "2001:db8::1"));
    }

    @Test
    void anIpv6CustomerIsOneWhateverAddressHeTakes() {
        assertEquals("2001:db8:1:2::/64", site("2001:db8:1:2::1"));
        assertEquals("2001:db8:1:2::/64", site("2001:db8:1:2:ffff:ffff:ffff:ffff"));
        assertEquals("2001:db8:1:3::/64", site("2001:db8:1:3::1"));
        assertEquals("203.0.113.9", site("203.0.113.9"));
    }

    @Test
    void whatIsNoNetworkIsRefusedAtTheStart() {
        for (String wrong : List.of("proxy.local", "10.0.0.0/33", "10.0.0.0/-1", "::1/129", "", "10.0.0.0/x")) {
            assertThrows(IllegalArgumentException.class, () -> new ClientAddress(List.of(wrong)), wrong);
        }
    }

    private static String client(List<String> trusted, String peer, String... forwardedFor) {
        return new ClientAddress(trusted)
                .client(address(peer), List.of(forwardedFor))
                .getHostAddress();
    }

    private static String site(String address) {
        return ClientAddress.site(address(address));
    }

    private static InetAddress address(String digits) {
        return Network.address(digits).orElseThrow();
    }
}
