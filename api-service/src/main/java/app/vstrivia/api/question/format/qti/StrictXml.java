package app.vstrivia.api.question.format.qti;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML from strangers: no DTD, no entities of their own, nothing is fetched. */
final class StrictXml {
    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XML.setProperty(XMLInputFactory.IS_COALESCING, true);
        XML.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
    }

    private StrictXml() {}

    /** Reads from {@code bytes}, which the caller closes. */
    static XMLStreamReader reader(InputStream bytes) throws XMLStreamException {
        return XML.createXMLStreamReader(bytes);
    }
}
