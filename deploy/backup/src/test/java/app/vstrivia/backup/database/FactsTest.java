package app.vstrivia.backup.database;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FactsTest {
    @Test
    void aServerIsKnownByAnIdThatNoOtherHas() {
        String uuid = "3e11fa47-71ca-11e1-9e33-c80aa9429562";

        assertTrue(new Facts(false, "8.4.0", uuid).isSurely(uuid));
        assertFalse(new Facts(false, "8.4.0", "another").isSurely(uuid));
        assertFalse(new Facts(true, "11.4.5-MariaDB", "mariadb-1").isSurely("mariadb-1"));
    }
}
