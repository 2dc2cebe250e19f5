package app.vstrivia.api.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestRoom;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ApiTest
class AskedMigrationTest {
    @Inject
    Pool pool;

    @Test
    void matchesOfBeforeGetTheirLineupInShort() throws IOException {
        Tables tables = new Tables(pool);
        TestRoom room = TestRoom.open(TestPlayer.register("Host"), Map.of("count", 50));
        room.joinedBy("Guest");
        room.hostAsks("start").statusCode(204);
        Buffer asked = tables.match(room.match()).getBuffer("asked");
        assertNotNull(asked);
        tables.setMatch(
                room.match(),
                "phase = 'finished', finished_at = NOW(6), phase_ends_at = NULL, pin = NULL, asked = NULL");

        List<String> statements = statements();
        pool.withConnection(connection -> connection
                        .query(statements.get(1))
                        .execute()
                        .chain(() -> connection.query(statements.get(2)).execute()))
                .await()
                .indefinitely();

        assertEquals(asked, tables.match(room.match()).getBuffer("asked"));
    }

    private static List<String> statements() throws IOException {
        try (InputStream file = AskedMigrationTest.class.getResourceAsStream("/db/migration/V0110__match_asked.sql")) {
            String sql = new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
            return List.of(sql.split(";"));
        }
    }
}
