package app.vstrivia.api.question.format.qti;

import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.format.Defaults;
import app.vstrivia.api.question.format.Note;
import app.vstrivia.api.question.format.Origin;
import app.vstrivia.api.question.format.ParsedItem;
import app.vstrivia.api.question.format.QuestionFile;
import app.vstrivia.api.question.format.QuestionReader;
import app.vstrivia.api.question.format.QuestionRules;
import app.vstrivia.api.question.format.Unfit;
import app.vstrivia.api.question.format.UnreadableFile;
import app.vstrivia.api.question.format.archive.Archive;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a QTI package, item by item in the order of its manifest; an item's number stands for its line. */
public final class QtiReader implements QuestionReader {
    static final String MANIFEST = "imsmanifest.xml";

    private final Archive archive;
    private final QtiPictures pictures;
    private final Iterator<String> items;
    private final Origin origin;
    private int number;

    private QtiReader(Archive archive, Origin origin) throws IOException {
        this.archive = archive;
        this.origin = origin;
        this.pictures = new QtiPictures(archive);
        this.items = itemsOf(archive).iterator();
    }

    public static QtiReader open(QuestionFile file, Defaults defaults) throws IOException {
        Archive archive = Archive.open(file);
        try {
            return new QtiReader(archive, Origin.of(defaults));
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    @Override
    public ParsedItem next() throws IOException {
        if (!items.hasNext()) {
            return null;
        }
        number++;
        String name = items.next();
        if (!archive.has(name)) {
            return new ParsedItem.Refused(number, new Note("item-missing", "the item is not in the package"), name);
        }
        try (InputStream bytes = archive.open(name)) {
            XmlNode item = XmlTree.read(bytes);
            if (!item.name().equals("assessmentItem")) {
                throw new Unfit("malformed-question", "the file is no item");
            }
            return QuestionRules.check(
                    number, QtiItem.read(item, origin, src -> pictures.reference(name, src)), Set.of());
        } catch (Unfit e) {
            return new ParsedItem.Refused(number, e.note(), name);
        }
    }

    @Override
    public Optional<InputStream> open(MediaRef media) throws IOException {
        return pictures.open(media);
    }

    @Override
    public Optional<String> address(MediaRef media) {
        return pictures.address(media);
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }

    private static List<String> itemsOf(Archive archive) throws IOException {
        if (!archive.has(MANIFEST)) {
            throw new UnreadableFile(1, "The zip lacks " + MANIFEST + ".");
        }
        try (InputStream bytes = archive.open(MANIFEST)) {
            return XmlTree.read(bytes)
                    .all("resource")
                    .filter(resource -> resource.attribute("type").startsWith("imsqti_item_xml"))
                    .map(resource ->
                            URLDecoder.decode(resource.attribute("href").replace("+", "%2B"), StandardCharsets.UTF_8))
                    .toList();
        } catch (Unfit | IllegalArgumentException e) {
            throw new UnreadableFile(1, "The package's " + MANIFEST + " cannot be read.");
        }
    }
}
