package app.vstrivia.api.question.format.qti;

import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.QuestionKind;
import app.vstrivia.api.question.format.MediaFiles;
import app.vstrivia.api.question.format.QuestionWriter;
import app.vstrivia.api.question.format.Unfit;
import app.vstrivia.api.question.format.Unsaid;
import app.vstrivia.api.question.format.archive.Archive;
import app.vstrivia.api.question.format.archive.ZipRoom;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;

/** Writes a package of QTI 2.1 or 3: an item for each question, then their pictures, and the manifest at the end, when all are known. */
public final class QtiWriter implements QuestionWriter {
    /** Of an item, whose texts are bounded. */
    private static final long LONGEST = 64L << 10;

    private static final String METADATA = "http://ltsc.ieee.org/xsd/LOM";

    private final ZipRoom space;
    private final ZipOutputStream zip;
    private final MediaFiles files;
    private final QtiVersion version;
    private final Map<String, MediaRef> pictures = new LinkedHashMap<>();
    /** By item, the name of its picture; null if it has none. */
    private final List<String> pictureOf = new ArrayList<>();

    /** By item; none once the manifest is full of them. */
    private final List<List<String>> tagsOf = new ArrayList<>();

    /** Elements and texts of which tags may be made: readers, as ours, take no manifest of any size. */
    private int room = 20_000;

    private QtiWriter(OutputStream bytes, MediaFiles files, QtiVersion version) {
        this.files = files;
        this.version = version;
        space = new ZipRoom(bytes);
        zip = new ZipOutputStream(space.stream());
    }

    /** A package of QTI 2.1. */
    public static QtiWriter of2(OutputStream bytes, MediaFiles files) {
        return new QtiWriter(bytes, files, QtiVersion.TWO);
    }

    /** A package of QTI 3. */
    public static QtiWriter of3(OutputStream bytes, MediaFiles files) {
        return new QtiWriter(bytes, files, QtiVersion.THREE);
    }

    @Override
    public void write(NewQuestion question) throws Unfit, IOException {
        if (question.kind() == QuestionKind.POLL) {
            throw Unsaid.kind(question);
        }
        MediaRef media = question.media();
        requirePlace(media);
        int number = pictureOf.size() + 1;
        zip.putNextEntry(new ZipEntry(name(number)));
        try (XmlOut xml = new XmlOut(zip, version)) {
            new QtiItemWriter(xml, version).write("item-" + number, question);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        zip.closeEntry();
        if (media != null) {
            pictures.putIfAbsent(media.reference(), media);
        }
        pictureOf.add(media == null ? null : media.reference());
        tagsOf.add(withRoom(question.tags()));
    }

    private List<String> withRoom(List<String> tags) {
        int needed = 3 + 3 * tags.size();
        if (tags.isEmpty() || needed > room) {
            return List.of();
        }
        room -= needed;
        return tags;
    }

    private void requirePlace(MediaRef media) throws Unfit, IOException {
        boolean known = media == null || pictures.containsKey(media.reference());
        if (pictureOf.size() + pictures.size() + (known ? 1 : 2) > Archive.MOST_FILES - 1) {
            throw Unsaid.full("a package has " + Archive.MOST_FILES + " files at most");
        }
        if (media != null && (media.kind() != MediaRef.Kind.PICTURE || !media.isInZip())) {
            throw new Unfit("media-not-taken", "the format has no place for its picture or video");
        }
        long size = known
                ? 0
                : files.size(media).orElseThrow(() -> new Unfit("media-missing", "its picture is not there any more"));
        space.require(LONGEST + size);
        if (!known) {
            space.keep(size);
        }
    }

    @Override
    public void close() throws IOException {
        try (zip) {
            for (MediaRef picture : pictures.values()) {
                Optional<InputStream> found = files.open(picture);
                if (found.isPresent()) {
                    try (InputStream bytes = found.get()) {
                        zip.putNextEntry(new ZipEntry(picture.reference()));
                        bytes.transferTo(zip);
                        zip.closeEntry();
                    }
                }
            }
            zip.putNextEntry(new ZipEntry(QtiReader.MANIFEST));
            try (XmlOut xml = new XmlOut(zip)) {
                manifest(xml);
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
            zip.closeEntry();
        }
    }

    private void manifest(XmlOut xml) throws XMLStreamException {
        xml.root("manifest", version.manifest, "identifier", "vstrivia");
        xml.open("metadata")
                .text("schema", version.schema)
                .text("schemaversion", version.schemaVersion)
                .close("metadata");
        xml.open("organizations").close("organizations");
        xml.open("resources");
        for (int i = 1; i <= pictureOf.size(); i++) {
            xml.open("resource", "identifier", "item-" + i, "type", version.type, "href", name(i));
            tags(xml, tagsOf.get(i - 1));
            xml.open("file", "href", name(i)).close("file");
            if (pictureOf.get(i - 1) != null) {
                xml.open("file", "href", pictureOf.get(i - 1)).close("file");
            }
            xml.close("resource");
        }
        xml.close("resources");
    }

    /** As keywords of the item. */
    private static void tags(XmlOut xml, List<String> tags) throws XMLStreamException {
        if (tags.isEmpty()) {
            return;
        }
        xml.open("metadata").root("lom", METADATA).open("general");
        for (String tag : tags) {
            xml.open("keyword").text("string", tag).close("keyword");
        }
        xml.close("general").close("lom").close("metadata");
    }

    private static String name(int item) {
        return "items/" + item + ".xml";
    }
}
