package app.vstrivia.api.media;

import java.util.UUID;

/** Names of files in the bucket, of identifiers alone. */
public final class ObjectKeys {
    private ObjectKeys() {}

    /** Of everything that a medium has. */
    public static String folder(UUID medium) {
        return "media/" + medium + "/";
    }

    /** As it came; never shown. */
    public static String original(UUID medium) {
        return folder(medium) + "original";
    }

    /** As it came, of a picture that is nothing but a picture; for exports alone, never shown. */
    public static String master(UUID medium) {
        return folder(medium) + "master";
    }

    /** Of a file that is shown. */
    public static String shown(UUID medium, String name) {
        return folder(medium) + name;
    }
}
