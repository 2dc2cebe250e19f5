package app.vstrivia.backup.dump;

import app.vstrivia.backup.place.Place;
import app.vstrivia.backup.seal.Seal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.TreeMap;

/** A backup with little in it, for tests. */
public final class SomeBackup {
    private SomeBackup() {}

    public static Manifest put(Place place, Seal seal, Instant taken) throws IOException {
        String id = Manifest.idOf(taken);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream out = seal.sealing(sealed, Manifest.dumpKey(id))) {
            out.write("a dump".getBytes(StandardCharsets.UTF_8));
        }
        byte[] dump = sealed.toByteArray();
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                id,
                taken.toString(),
                taken.toString(),
                "server",
                "MySQL",
                "8.4.3",
                "trivia",
                "utf8mb4_0900_ai_ci",
                "0310",
                "binlog.000001",
                1_000,
                seal.keyId(),
                HexFormat.of().formatHex(Dumper.sha256().digest(dump)),
                dump.length,
                6,
                new TreeMap<>());
        place.put(manifest.dumpKey(), dump);
        place.put(Manifest.manifestKey(id), manifest.toJson());
        return manifest;
    }

    /** As if it had been written halfway. */
    public static void withoutManifest(Place place, Manifest manifest) throws IOException {
        place.delete(Manifest.manifestKey(manifest.id()));
    }
}
