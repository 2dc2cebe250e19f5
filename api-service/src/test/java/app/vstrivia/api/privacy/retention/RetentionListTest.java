package app.vstrivia.api.privacy.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.model.sql.Values;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of what goes, against the README and the tables that there are. */
@ApiTest
class RetentionListTest {
    @Inject
    Pool pool;

    private int count(String rows, Object... values) {
        return pool.preparedQuery("SELECT COUNT(*) FROM " + rows)
                .execute(Values.of(values))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getInteger(0);
    }

    /** The table of the README. */
    private static String readme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String section = readme.substring(readme.indexOf("## What is kept how long"));
        return section.substring(0, section.indexOf("\n## ", 1));
    }

    @Test
    void theReadmeSaysOfEveryTableHowLongItIsKept() throws IOException {
        String table = readme();

        List<String> missing = pool
                .query("SELECT table_name AS t FROM information_schema.tables WHERE table_schema = DATABASE()")
                .execute()
                .await()
                .indefinitely()
                .stream()
                .map(row -> row.getString("t"))
                .filter(name -> !table.contains("`" + name + "`"))
                .toList();

        assertEquals(List.of(), missing);
    }

    @Test
    void theReadmeSaysWhatTheListSays() throws IOException {
        String table = readme();
        List<String> missing = new ArrayList<>();
        for (Retention.ByAge rule : Retention.BY_AGE) {
            if (!saysOf(table, rule.table(), words(rule.age()))) {
                missing.add(rule.toString());
            }
        }
        for (Retention.OfMatches rule : Retention.OF_MATCHES) {
            for (Retention.Part part : rule.parts()) {
                if (!saysOf(table, part.table(), words(rule.age()) + " after its end")) {
                    missing.add(rule.rule() + " " + part);
                }
            }
        }

        assertEquals(List.of(), missing);
    }

    /** Whether a row about {@code table} has {@code words} in its last column. */
    private static boolean saysOf(String readme, String table, String words) {
        return readme.lines()
                .map(line -> line.split("\\|"))
                .anyMatch(
                        cells -> cells.length == 4 && cells[2].contains("`" + table + "`") && cells[3].contains(words));
    }

    private static String words(Duration age) {
        if (age.isZero()) {
            return "until they expire";
        }
        long days = age.toDays();
        return days % 365 == 0 && days > 0
                ? days / 365 + " years"
                : days > 0 ? days + " days" : age.toHours() + " hours";
    }

    @Test
    void theListNamesColumnsWithAnIndex() {
        for (Retention.ByAge rule : Retention.BY_AGE) {
            int indexes = count(
                    "information_schema.statistics WHERE table_schema = DATABASE() AND table_name = ? AND column_name = ?"
                            + " AND seq_in_index = 1",
                    rule.table(),
                    rule.column());
            assertEquals(1, indexes, rule.toString());
        }
    }
}
