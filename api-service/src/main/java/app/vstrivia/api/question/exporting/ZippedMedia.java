package app.vstrivia.api.question.exporting;

import app.vstrivia.api.media.MediaContents;
import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.format.MediaFiles;
import app.vstrivia.api.question.format.Unfit;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The pictures and videos that go along with one zip, each once, under the content that its question is known by. That of what
 * was fetched from the web is of its address: where something else was there another time, it goes by what it is.
 */
final class ZippedMedia implements MediaFiles {
    private final MediaContents contents;
    private final Map<String, UUID> media = new HashMap<>();
    private final Map<UUID, String> hashes = new HashMap<>();

    ZippedMedia(MediaContents contents) {
        this.contents = contents;
    }

    /**
     * The question as the zip has it.
     *
     * @throws Unfit if not everybody may see its picture: an export tells nobody else of it
     */
    NewQuestion zipped(NewQuestion question) throws Unfit, IOException {
        MediaRef known = question.media();
        if (known == null) {
            return question;
        }
        UUID medium = UUID.fromString(known.reference());
        String extension = contents.extension(medium)
                .orElseThrow(() -> new Unfit("media-not-approved", "its picture or video is not there for everybody"));
        String name = name(known.content(), extension);
        UUID other = media.putIfAbsent(name, medium);
        if (other != null && !other.equals(medium) && !hash(other).equals(hash(medium))) {
            name = name(hash(medium), extension);
            media.putIfAbsent(name, medium);
        }
        return question.with(known.at(name));
    }

    private static String name(String content, String extension) {
        return "media/" + content + "." + extension;
    }

    /** Of what the zip holds of it. */
    private String hash(UUID medium) throws Unfit, IOException {
        String known = hashes.get(medium);
        if (known != null) {
            return known;
        }
        try (InputStream bytes = contents.open(medium).orElse(null)) {
            if (bytes == null) {
                throw new Unfit("media-missing", "its picture or video is not there any more");
            }
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(bytes, digest).transferTo(OutputStream.nullOutputStream());
            String hash = HexFormat.of().formatHex(digest.digest());
            hashes.put(medium, hash);
            return hash;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public OptionalLong size(MediaRef file) {
        UUID medium = media.get(file.reference());
        return medium == null ? OptionalLong.empty() : contents.size(medium);
    }

    @Override
    public Optional<InputStream> open(MediaRef file) {
        return Optional.ofNullable(media.get(file.reference())).flatMap(contents::open);
    }
}
