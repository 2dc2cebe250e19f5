package app.vstrivia.backup.restore;

import app.vstrivia.backup.database.Facts;
import app.vstrivia.backup.database.Server;
import app.vstrivia.backup.dump.Manifest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is wrong with a database that was restored, one sentence each; all of it is read. */
public final class Findings {
    private static final String FOREIGN_KEYS = "SELECT constraint_name, table_name, column_name, referenced_table_name,"
            + " referenced_column_name FROM information_schema.key_column_usage WHERE table_schema = ?"
            + " AND referenced_table_name IS NOT NULL ORDER BY table_name, constraint_name, ordinal_position";

    private final Server server;
    private final List<String> all = new ArrayList<>();

    public Findings(Server server) {
        this.server = server;
    }

    /** Empty if nothing is wrong. */
    public List<String> all() {
        return all;
    }

    public void add(String finding) {
        all.add(finding);
    }

    /** Right after the dump was loaded. Answers how many rows there are. */
    public long rows(Manifest manifest) throws SQLException {
        long total = 0;
        try (Connection connection = server.connect()) {
            TreeSet<String> tables = new TreeSet<>(Facts.texts(
                    connection,
                    "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                            + " AND table_type = 'BASE TABLE'"));
            for (String table : tables) {
                if (!manifest.rows().containsKey(table)) {
                    add("The table " + table + " is not in the manifest.");
                }
            }
            for (Map.Entry<String, Long> table : manifest.rows().entrySet()) {
                if (!tables.contains(table.getKey())) {
                    add("The table " + table.getKey() + " is missing.");
                    continue;
                }
                long rows = Facts.number(connection, "SELECT COUNT(*) FROM " + Facts.quoted(table.getKey()));
                total += rows;
                if (rows != table.getValue()) {
                    add("The table " + table.getKey() + " has " + rows + " rows of " + table.getValue() + ".");
                }
            }
        }
        return total;
    }

    /** Before the log is replayed: a migration may come in it. */
    public void schema(Manifest manifest) throws SQLException {
        if (manifest.schemaVersion().isEmpty()) {
            return;
        }
        try (Connection connection = server.connect()) {
            long failed = Facts.number(connection, "SELECT COUNT(*) FROM flyway_schema_history WHERE success = 0");
            if (failed > 0) {
                add(failed + " migrations had failed.");
            }
            String version = Facts.text(
                    connection,
                    "SELECT COALESCE((SELECT version FROM flyway_schema_history WHERE version IS NOT NULL AND success = 1"
                            + " ORDER BY installed_rank DESC LIMIT 1), '')");
            if (!version.equals(manifest.schemaVersion())) {
                add("The last migration is " + version + ", not " + manifest.schemaVersion() + ".");
            }
        }
    }

    /** At the end. Answers how many foreign keys there are. */
    public int foreignKeys() throws SQLException {
        try (Connection connection = server.connect()) {
            Map<String, String> queries = orphans(connection);
            for (Map.Entry<String, String> query : queries.entrySet()) {
                long orphans = Facts.number(connection, query.getValue());
                if (orphans > 0) {
                    add(orphans + " rows have nothing that their foreign key " + query.getKey() + " leads to.");
                }
            }
            return queries.size();
        }
    }

    /** Of each foreign key, how many rows lead nowhere. */
    private Map<String, String> orphans(Connection connection) throws SQLException {
        Map<String, List<String>> joins = new TreeMap<>();
        Map<String, String> tables = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(FOREIGN_KEYS)) {
            statement.setString(1, server.database());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String key = row.getString(2) + "." + row.getString(1);
                    tables.put(
                            key,
                            Facts.quoted(row.getString(2)) + " child LEFT JOIN " + Facts.quoted(row.getString(4))
                                    + " parent ON ");
                    joins.computeIfAbsent(key, none -> new ArrayList<>())
                            .add("child." + Facts.quoted(row.getString(3)) + " = parent."
                                    + Facts.quoted(row.getString(5)));
                }
            }
        }
        Map<String, String> queries = new TreeMap<>();
        joins.forEach((key, pairs) -> {
            List<String> present = pairs.stream()
                    .map(pair -> pair.substring(0, pair.indexOf(" = ")) + " IS NOT NULL")
                    .toList();
            String parent = pairs.get(0).substring(pairs.get(0).indexOf(" = ") + 3);
            queries.put(
                    key,
                    "SELECT COUNT(*) FROM " + tables.get(key) + String.join(" AND ", pairs) + " WHERE "
                            + String.join(" AND ", present) + " AND " + parent + " IS NULL");
        });
        return queries;
    }
}
