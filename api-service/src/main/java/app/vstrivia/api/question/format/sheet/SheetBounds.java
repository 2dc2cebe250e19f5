package app.vstrivia.api.question.format.sheet;

import app.vstrivia.api.question.format.UnreadableFile;
import app.vstrivia.api.question.format.archive.Archive;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks where a spreadsheet says that its cells are. Who reads it makes room for all cells of a row up to the last one, and a
 * cell may claim to be the hundred millionth.
 */
final class SheetBounds {
    /** As far as spreadsheets go is XFD1048576; no question is that far to the right. */
    private static final Pattern CELL = Pattern.compile("[A-Z]{1,2}[1-9][0-9]{0,6}");

    private static final Pattern ROW = Pattern.compile("[1-9][0-9]{0,6}");

    /** The parser that the sheets are read with afterwards: another one might see something else. */
    private static final XMLInputFactory PARSERS = new InputFactoryImpl();

    static {
        PARSERS.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        PARSERS.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private SheetBounds() {}

    /** @throws UnreadableFile if a cell is too far away, or a file within is XML that breaks off */
    static void check(Archive archive) throws IOException {
        for (String name : archive.names()) {
            try (InputStream bytes = archive.open(name)) {
                check(bytes);
            }
        }
    }

    /** Whatever part it is: which of them are sheets, the file itself says. */
    private static void check(InputStream bytes) {
        boolean begun = false;
        try {
            XMLStreamReader xml = PARSERS.createXMLStreamReader(bytes);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new UnreadableFile(1, "The spreadsheet has a document type, which is not taken.");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    begun = true;
                    checkPlace(xml, "c", CELL);
                    checkPlace(xml, "row", ROW);
                }
            }
        } catch (XMLStreamException e) {
            if (begun) {
                throw new UnreadableFile(1, "The spreadsheet is damaged.");
            }
            // a picture, say, which no reader of sheets gets any further with
        }
    }

    private static void checkPlace(XMLStreamReader xml, String element, Pattern place) {
        String claimed = xml.getLocalName().equals(element) ? xml.getAttributeValue(null, "r") : null;
        if (claimed != null && !place.matcher(claimed).matches()) {
            throw new UnreadableFile(1, "The spreadsheet has a cell where no question can be.");
        }
    }
}
