package app.vstrivia.backup.dump;

import app.vstrivia.backup.place.Place;
import app.vstrivia.backup.seal.Seal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** A dump of which the manifest is there, and where it is. */
public record Backup(Place place, Manifest manifest) {
    private static final int BUFFER = 1 << 20;

    /** Reads all of it. @throws IOException if it is not what the manifest says */
    public void verify() throws IOException {
        MessageDigest digest = Dumper.sha256();
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = place.open(manifest.dumpKey())) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
            }
        }
        if (size != manifest.size()) {
            throw new IOException("it has " + size + " bytes of " + manifest.size());
        }
        String sum = HexFormat.of().formatHex(digest.digest());
        if (!sum.equals(manifest.sha256())) {
            throw new IOException("it is damaged: its SHA-256 is " + sum + ", not " + manifest.sha256());
        }
    }

    /** Opens and unpacks all of it, as a restore will. @throws IOException if that cannot be done */
    public void tryOpening(Seal seal) throws IOException {
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream sealed = new BufferedInputStream(place.open(manifest.dumpKey()), BUFFER);
                InputStream packed = seal.opening(sealed, manifest.dumpKey());
                InputStream plain = new GZIPInputStream(packed, BUFFER)) {
            for (int read = plain.read(buffer); read >= 0; read = plain.read(buffer)) {
                size += read;
            }
        } catch (IOException failure) {
            throw new IOException(this + " cannot be opened: " + failure.getMessage(), failure);
        }
        if (size != manifest.plainSize()) {
            throw new IOException(this + " has " + size + " bytes of statements of " + manifest.plainSize());
        }
    }

    @Override
    public String toString() {
        return manifest.id() + " in " + place.name();
    }
}
