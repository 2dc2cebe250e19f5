package app.vstrivia.backup.dump;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SortedMap;

/**
 * What a dump is: written when it is whole.
 *
 * @param id when it was begun, such as {@code 20260131T020000Z}
 * @param takenAt the dump has nothing that was committed later, by the server's clock; ISO 8601
 * @param server whose binary log goes on from {@code logFile} at {@code logPosition}
 * @param flavour MySQL or MariaDB
 * @param collation of the database, for tables that do not say theirs
 * @param schemaVersion the last migration
 * @param keyId the key that sealed it
 * @param sha256 of the sealed file, in hexadecimal
 * @param size of the sealed file, in bytes
 * @param plainSize of the statements, in bytes
 * @param rows in each table
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Manifest(
        int format,
        String id,
        String takenAt,
        String finishedAt,
        String server,
        String flavour,
        String serverVersion,
        String database,
        String collation,
        String schemaVersion,
        String logFile,
        long logPosition,
        String keyId,
        String sha256,
        long size,
        long plainSize,
        SortedMap<String, Long> rows) {
    /** The present one. */
    public static final int FORMAT = 1;

    static final String FOLDER = "dumps/";
    static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public static String idOf(Instant begin) {
        return ID.format(begin);
    }

    static String manifestKey(String id) {
        return FOLDER + id + "/manifest.json";
    }

    static String dumpKey(String id) {
        return FOLDER + id + "/dump.sql.gz.sealed";
    }

    public String dumpKey() {
        return dumpKey(id);
    }

    public Instant taken() {
        return Instant.parse(takenAt);
    }

    public byte[] toJson() throws IOException {
        return JSON.writeValueAsBytes(this);
    }

    /** @throws IOException if it is none, or one of a newer version of this program */
    public static Manifest read(byte[] json) throws IOException {
        Manifest manifest = JSON.readValue(json, Manifest.class);
        if (manifest == null
                || manifest.format != FORMAT
                || manifest.id == null
                || manifest.takenAt == null
                || manifest.sha256 == null) {
            throw new IOException("not a manifest that this version understands");
        }
        try {
            manifest.taken();
        } catch (DateTimeException wrong) {
            throw new IOException("not a manifest that this version understands", wrong);
        }
        return manifest;
    }
}
