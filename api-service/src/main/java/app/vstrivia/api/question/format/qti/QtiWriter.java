package app.vstrivia.api.question.format.qti;

import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.QuestionKind;
import app.vstrivia.api.question.format.Media;
import app.vstrivia.api.question.format.QuestionWriter;
import app.vstrivia.api.question.format.Unfit;
import app.vstrivia.api.question.format.Unsaid;
import app.vstrivia.api.question.format.archive.Archive;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;

/** Writes a QTI 2.1 package: an item for each question, and the manifest at the end, when all are known. */
public final class QtiWriter implements QuestionWriter {
    private static final String PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1";

    private final ZipOutputStream zip;
    private int items;

    public QtiWriter(OutputStream bytes) {
        zip = new ZipOutputStream(bytes);
    }

    @Override
    public void write(NewQuestion question) throws Unfit, IOException {
        Media.none(question);
        if (question.kind() == QuestionKind.POLL) {
            throw Unsaid.kind(question);
        }
        if (items == Archive.MOST_FILES - 1) {
            throw Unsaid.full("a package has " + items + " items at most");
        }
        items++;
        zip.putNextEntry(new ZipEntry(name(items)));
        try (XmlOut xml = new XmlOut(zip)) {
            new QtiItemWriter(xml).write("item-" + items, question);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        try (zip) {
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
        for (int i = 1; i <= items; i++) {
            xml.open("resource", "identifier", "item-" + i, "type", "imsqti_item_xmlv2p1", "href", name(i));
            xml.open("file", "href", name(i)).close("file").close("resource");
        }
        xml.close("resources");
    }

    private static String name(int item) {
        return "items/" + item + ".xml";
    }
}
