package app.vstrivia.api.identity.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the keys of a file, or of all {@code .pem} files of a folder, in the order of their names. */
final class SigningKeyFiles {
    /** What is not as it should be; the message names the file and holds nothing of it. */
    static final class Unusable extends Exception {
        Unusable(String message) {
            super(message);
        }
    }

    private static final String SUFFIX = ".pem";
    private static final int MOST_KEYS = 16;
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private final String place;
    /** By the text of their files: finding the public half takes a while. */
    private Map<String, SigningKey> known = Map.of();

    SigningKeyFiles(String place) {
        this.place = place;
    }

    /** @throws Unusable if a file cannot be read or is no such key, or there is none */
    List<SigningKey> read() throws Unusable {
        Map<String, SigningKey> found = new HashMap<>();
        List<SigningKey> keys = new ArrayList<>();
        for (Path file : files()) {
            String pem = text(file);
            SigningKey key = known.get(pem);
            found.put(pem, key == null ? parse(file, pem) : key);
            keys.add(found.get(pem));
        }
        known = found;
        return keys;
    }

    private List<Path> files() throws Unusable {
        try {
            Path path = Path.of(place);
            return Files.isDirectory(path) ? filesOf(path) : List.of(path);
        } catch (InvalidPathException e) {
            throw new Unusable(place + ", which cannot be read.");
        }
    }

    /** Files and links to files; a mounted secret keeps its own in folders whose names begin with a dot. */
    private static List<Path> filesOf(Path folder) throws Unusable {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Unusable(folder + ", which cannot be read.");
        }
        if (files.isEmpty() || files.size() > MOST_KEYS) {
            throw new Unusable(folder + ", where there should be 1 to " + MOST_KEYS + " files *" + SUFFIX + " and are "
                    + files.size() + ".");
        }
        return files;
    }

    private static String text(Path file) throws Unusable {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Unusable(file + ", which cannot be read.");
        }
    }

    private static SigningKey parse(Path file, String pem) throws Unusable {
        Matcher matcher = PEM.matcher(pem);
        if (!matcher.find()) {
            throw new Unusable(file + ", which is no PKCS#8 PEM private key.");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(matcher.group(1));
            PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
            if (key instanceof ECPrivateKey ec && P256.holds(ec)) {
                return SigningKey.of(ec);
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Unusable(file + ", which holds no EC private key.");
        }
        throw new Unusable(file + ", whose key is not on the curve P-256.");
    }
}
