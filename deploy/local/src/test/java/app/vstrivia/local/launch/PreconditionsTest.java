package app.vstrivia.local.launch;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.vstrivia.embedded.FreePort;
import app.vstrivia.local.terminal.CommandFailure;
import app.vstrivia.local.terminal.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreconditionsTest {
    @Test
    void aPortInUseIsNamedWithThePartThatWantsItAndTheSettingThatChangesIt() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = other.getLocalPort();

            CommandFailure failure =
                    assertThrows(CommandFailure.class, () -> Preconditions.ports(Map.of(Port.REDIS, port)));

            assertEquals(ExitCode.PORT_IN_USE, failure.exitCode());
            assertEquals(
                    "Port " + port + " is in use, and Redis is to listen there: "
                            + "choose another with --redis-port or TRIVIA_REDIS_PORT.",
                    failure.getMessage());
        }
    }

    @Test
    void aPortOnWhichSomethingListensForAllAddressesIsInUseAsWell() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            Map<Port, Integer> ports = Map.of(Port.API, other.getLocalPort());

            assertThrows(CommandFailure.class, () -> Preconditions.ports(ports));
        }
    }

    @Test
    void aFreePortIsFine() {
        assertDoesNotThrow(() -> Preconditions.ports(Map.of(Port.API, FreePort.next())));
    }
}
