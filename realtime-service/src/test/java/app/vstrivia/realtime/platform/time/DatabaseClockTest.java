package app.vstrivia.realtime.platform.time;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.realtime.testing.Fixture;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mysqlclient.MySQLBuilder;
import io.vertx.mysqlclient.MySQLConnectOptions;
import jakarta.inject.Inject;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DatabaseClockTest extends Fixture {
    private static final long TOLERANCE_MS = 1_000;

    @Inject
    DatabaseClock clock;

    @Inject
    Pool pool;

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String database;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Test
    void itFollowsTheDatabase() {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(clock::synchronised);

        long theirs = new ClockSampleStore(pool).epochMicros().await().indefinitely() / 1_000;

        assertTrue(Math.abs(clock.now() - theirs) < TOLERANCE_MS, "off by " + (clock.now() - theirs) + " ms");
    }

    @Test
    void aDatabaseInAnotherZoneIsRefused() {
        assertThrows(IllegalStateException.class, () -> ClockSampleStore.refuseOtherZones(540));
    }

    @Test
    void aDatabaseThatComesLateIsKnownSoonAfter() throws Exception {
        SocketAddress there = SocketAddress.inetSocketAddress(
                URI.create(database).getPort(), URI.create(database).getHost());
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        MySQLConnectOptions way = MySQLConnectOptions.fromUri(
                "mysql://127.0.0.1:" + port + URI.create(database).getPath());
        Pool late = Pool.newInstance(MySQLBuilder.pool()
                .connectingTo(way.setUser(user).setPassword(password))
                .using(vertx)
                .build());
        DatabaseClock own = new DatabaseClock(late, vertx);
        NetServer link = vertx.createNetServer().connectHandler(client -> relay(client, there));
        try {
            own.start(null);
            Thread.sleep(1_200);
            assertFalse(own.synchronised());

            link.listen(port, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();

            Awaitility.await().atMost(Duration.ofSeconds(4)).until(own::synchronised);
        } finally {
            own.stop(null);
            late.closeAndAwait();
            link.close();
        }
    }

    private void relay(NetSocket client, SocketAddress there) {
        client.pause();
        vertx.createNetClient().connect(there).onSuccess(server -> {
            client.pipeTo(server);
            server.pipeTo(client);
        });
    }
}
