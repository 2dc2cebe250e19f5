package app.vstrivia.api.question.format.qti;

import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.QuestionKind;
import app.vstrivia.api.question.format.MediaFiles;
import app.vstrivia.api.question.format.QuestionWriter;
import app.vstrivia.api.question.format.Unfit;
import app.vstrivia.api.question.format.Unsaid;
import app.vstrivia.api.question.format.archive.Archive;
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

/** Writes a QTI 2.1 package: an item for each question, then their pictures, and the manifest at the end, when all are known. */
public final class QtiWriter implements QuestionWriter {
    private static final String PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1";

    private final ZipOutputStream zip;
    private final MediaFiles files;
    private final Map<String, MediaRef> pictures = new LinkedHashMap<>();
    /** By item, the name of its picture; null if it has none. */
    private final List<String> pictureOf = new ArrayList<>();

    public QtiWriter(OutputStream bytes, MediaFiles files) {
        this.files = files;
        zip = new ZipOutputStream(bytes);
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
        try (XmlOut xml = new XmlOut(zip)) {
            new QtiItemWriter(xml).write("item-" + number, question);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        zip.closeEntry();
        if (media != null) {
            pictures.putIfAbsent(media.reference(), media);
        }
        pictureOf.add(media == null ? null : media.reference());
    }

    private void requirePlace(MediaRef media) throws Unfit, IOException {
        boolean known = media == null || pictures.containsKey(media.reference());
        if (pictureOf.size() + pictures.size() + (known ? 1 : 2) > Archive.MOST_FILES - 1) {
            throw Unsaid.full("a package has " + Archive.MOST_FILES + " files at most");
        }
        if (media != null && (media.kind() != MediaRef.Kind.PICTURE || !media.isInZip())) {
            throw new Unfit("media-not-taken", "the format has no place for its picture or video");
        }
        if (!known) {
            try (InputStream bytes = files.open(media).orElse(null)) {
                if (bytes == null) {
                    throw new Unfit("media-missing", "its picture is not there any more");
                }
            }
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
        xml.root("manifest", PACKAGE, "identifier", "vstrivia");
        xml.open("metadata")
                .text("schema", "IMS Content")
                .text("schemaversion", "1.1")
                .close("metadata");
        xml.open("organizations").close("organizations");
        xml.open("resources");
        for (int i = 1; i <= pictureOf.size(); i++) {
            xml.open("resource", "identifier", "item-" + i, "type", "imsqti_item_xmlv2p1", "href", name(i));
            xml.open("file", "href", name(i)).close("file");
            if (pictureOf.get(i - 1) != null) {
                xml.open("file", "href", pictureOf.get(i - 1)).close("file");
            }
            xml.close("resource");
        }
        xml.close("resources");
    }

    private static String name(int item) {
        return "items/" + item + ".xml";
    }
}
