package app.vstrivia.api.question.format.qti;

import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.QuestionTag;
import app.vstrivia.api.question.format.Defaults;
import app.vstrivia.api.question.format.Note;
import app.vstrivia.api.question.format.Origin;
import app.vstrivia.api.question.format.ParsedItem;
import app.vstrivia.api.question.format.QuestionFile;
import app.vstrivia.api.question.format.QuestionReader;
import app.vstrivia.api.question.format.QuestionRules;
import app.vstrivia.api.question.format.RawQuestion;
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
import java.util.stream.Collectors;

/** Reads a QTI package, item by item in the order of its manifest; an item's number stands for its line. */
public final class QtiReader implements QuestionReader {
    static final String MANIFEST = "imsmanifest.xml";

    private static final Note KEYWORDS = new Note(
            "keywords-left-out",
            "of its keywords those became tags that are short enough, " + QuestionTag.MOST + " at most");

    private final Archive archive;
    private final QtiPictures pictures;
    private final Iterator<Resource> items;
    private final Origin origin;
    private int number;

    /** @param keywords that the manifest has of it */
    private record Resource(String name, List<String> keywords) {
        List<String> tags() {
            return keywords.stream()
                    .filter(keyword -> keyword.length() <= QuestionTag.LONGEST)
                    .limit(QuestionTag.MOST)
                    .toList();
        }

        Set<Note> repairs() {
            return tags().size() == keywords.size() ? Set.of() : Set.of(KEYWORDS);
        }
    }

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
        Resource resource = items.next();
        String name = resource.name();
        if (!archive.has(name)) {
            return new ParsedItem.Refused(number, new Note("item-missing", "the item is not in the package"), name);
        }
        try (InputStream bytes = archive.open(name)) {
            XmlNode item = XmlTree.read(bytes);
            if (!item.name().equals("assessmentItem")) {
                throw new Unfit("malformed-question", "the file is no item");
            }
            RawQuestion raw = QtiItem.read(item, origin, src -> pictures.reference(name, src));
            return QuestionRules.check(number, raw.tags(resource.tags()), resource.repairs());
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

    private static List<Resource> itemsOf(Archive archive) throws IOException {
        if (!archive.has(MANIFEST)) {
            throw new UnreadableFile(1, "The zip lacks " + MANIFEST + ".");
        }
        try (InputStream bytes = archive.open(MANIFEST)) {
            return XmlTree.read(bytes)
                    .all("resource")
                    .filter(resource -> resource.attribute("type").startsWith("imsqti_item_xml"))
                    .map(resource -> new Resource(
                            URLDecoder.decode(resource.attribute("href").replace("+", "%2B"), StandardCharsets.UTF_8),
                            keywords(resource)))
                    .toList();
        } catch (Unfit | IllegalArgumentException e) {
            throw new UnreadableFile(1, "The package's " + MANIFEST + " cannot be read.");
        }
    }

    /** Of an item's metadata, which are those of IEEE LOM. */
    private static List<String> keywords(XmlNode resource) {
        return resource.all("keyword").map(QtiReader::plain).toList();
    }

    private static String plain(XmlNode node) {
        return node.ownText() + node.children().stream().map(QtiReader::plain).collect(Collectors.joining());
    }
}
