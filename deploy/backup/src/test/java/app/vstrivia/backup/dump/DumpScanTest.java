package app.vstrivia.backup.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DumpScanTest {
    private static final String MYSQL = """
            -- MySQL dump 10.13  Distrib 8.4.3, for Linux (x86_64)
            -- CHANGE REPLICATION SOURCE TO SOURCE_LOG_FILE='binlog.000012', SOURCE_LOG_POS=15832;
            --
            -- Table structure for table `answer`
            --
            CREATE TABLE `answer` (
              `id` int NOT NULL,
              `text` varchar(20) DEFAULT '(),;'
            ) ENGINE=InnoDB;
            INSERT INTO `answer` VALUES (1,'a'),(2,'it''s (not), (three'),(3,'\\\\'),(4,'\\');(5,(');
            INSERT INTO `answer` VALUES (5,_binary 0x00FF),(6,NULL);
            -- Table structure for table `empty`
            CREATE TABLE `empty` (
              `id` int NOT NULL
            ) ENGINE=InnoDB;
            -- Dump completed on 2026-11-30  2:00:01
            """;
    private static final String MARIADB = """
            /*M!999999\\- enable the sandbox mode */
            -- CHANGE MASTER TO MASTER_LOG_FILE='binlog.000001', MASTER_LOG_POS=345;
            -- Table structure for table `made`
            INSERT INTO `made` (`id`, `VALUES (x)`) VALUES
            (1,'a\\nb'),
            (2,'-- Dump completed');
            DELIMITER ;;
            CREATE TRIGGER `t` AFTER INSERT ON `made` FOR EACH ROW
            INSERT INTO `made` VALUES (1),(2) ;;
            DELIMITER ;
            """;

    @Test
    void rowsAreCountedWhateverIsInThem() {
        DumpScan scan = scanned(MYSQL, 7);

        assertEquals(Map.of("answer", 6L, "empty", 0L), scan.rows());
        assertEquals(Optional.of("binlog.000012"), scan.logFile());
        assertEquals(15_832, scan.logPosition());
        assertTrue(scan.complete());
        assertEquals(MYSQL.getBytes(StandardCharsets.UTF_8).length, scan.bytes());
    }

    @Test
    void mariaDbWritesItsOwnWay() {
        DumpScan scan = scanned(MARIADB, 1_000);

        assertEquals(Map.of("made", 2L), scan.rows());
        assertEquals(Optional.of("binlog.000001"), scan.logFile());
        assertEquals(345, scan.logPosition());
        assertFalse(scan.complete(), "the line stands in a row, not at the end");
    }

    @Test
    void aDumpThatWasCutOffIsNotComplete() {
        assertFalse(scanned(MYSQL.substring(0, MYSQL.length() - 45), 100).complete());
    }

    private static DumpScan scanned(String dump, int step) {
        byte[] bytes = dump.getBytes(StandardCharsets.UTF_8);
        DumpScan scan = new DumpScan();
        for (int at = 0; at < bytes.length; at += step) {
            scan.write(bytes, at, Math.min(step, bytes.length - at));
        }
        return scan;
    }
}
