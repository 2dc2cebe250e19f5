package app.vstrivia.api.question.format.qti;

import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.format.Media;
import app.vstrivia.api.question.format.Unfit;
import app.vstrivia.api.question.format.WebPictures;
import app.vstrivia.api.question.format.archive.Archive;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The pictures of a package, and those of the web that it names, under names that questions may refer to. */
final class QtiPictures {
    private final Archive archive;
    private final Map<String, String> files = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final WebPictures web = new WebPictures();

    QtiPictures(Archive archive) {
        this.archive = archive;
    }

    /**
     * What a question refers to it by.
     *
     * @param item the file that the address stands in, and is relative to
     * @throws Unfit if it leads neither to a file of the package nor to the web
     */
    String reference(String item, String address) throws Unfit {
        if (WebPictures.isAddress(address.strip())) {
            return web.reference(address);
        }
        String file;
        try {
            // a path, of which nothing leads out of the package
            URI here = new URI(null, null, "/" + item, null);
            URI there = here.resolve(address);
            file = there.getRawAuthority() == null && there.getScheme() == null
                    ? there.normalize().getPath().substring(1)
                    : "";
        } catch (IllegalArgumentException | URISyntaxException e) {
            throw Media.leftBehind();
        }
        if (!archive.has(file)) {
            throw Media.leftBehind();
        }
        String name = names.computeIfAbsent(file, any -> "media/" + (names.size() + 1));
        files.put(name, file);
        return name;
    }

    Optional<String> address(MediaRef media) {
        return web.address(media);
    }

    Optional<InputStream> open(MediaRef media) throws IOException {
        String file = files.get(media.reference());
        return file == null ? Optional.empty() : Optional.of(archive.open(file));
    }
}
