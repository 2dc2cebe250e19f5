package app.vstrivia.backup.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the account of a connection may do. */
public final class Rights {
    private static final List<String> OF_RESTORE = List.of(
            "ALTER",
            "CREATE",
            "CREATE VIEW",
            "DELETE",
            "DROP",
            "INDEX",
            "INSERT",
            "LOCK TABLES",
            "REFERENCES",
            "SELECT",
            "TRIGGER",
            "UPDATE");
    private static final String GRANTED =
            "SELECT privilege_type FROM information_schema.user_privileges WHERE grantee = ? UNION"
                    + " SELECT privilege_type FROM information_schema.schema_privileges WHERE grantee = ?"
                    + " AND ? LIKE table_schema";

    private Rights() {}

    /** Which of those are missing that a restore to that database needs. Empty with roles: what these give is not listed. */
    public static List<String> missing(Connection connection, String database) throws SQLException {
        if (!Facts.text(connection, "SELECT COALESCE(CURRENT_ROLE(), 'NONE')").equals("NONE")) {
            return List.of();
        }
        String account = Facts.text(connection, "SELECT CURRENT_USER()");
        int at = account.lastIndexOf('@');
        String grantee = "'" + account.substring(0, at) + "'@'" + account.substring(at + 1) + "'";
        Set<String> granted = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(GRANTED)) {
            statement.setString(1, grantee);
            statement.setString(2, grantee);
            statement.setString(3, database);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    granted.add(row.getString(1));
                }
            }
        }
        List<String> missing = new ArrayList<>(OF_RESTORE);
        missing.removeAll(granted);
        return missing;
    }
}
