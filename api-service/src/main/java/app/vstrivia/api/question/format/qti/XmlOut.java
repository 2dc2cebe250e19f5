package app.vstrivia.api.question.format.qti;

import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** One XML document within a stream that goes on after it. */
final class XmlOut implements AutoCloseable {
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter xml;

    XmlOut(OutputStream bytes) throws XMLStreamException {
        xml = XML.createXMLStreamWriter(bytes, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
    }

    XmlOut root(String name, String namespace, String... attributes) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeDefaultNamespace(namespace);
        return attributes(attributes);
    }

    /** @param attributes names and values in turn */
    XmlOut open(String name, String... attributes) throws XMLStreamException {
        xml.writeStartElement(name);
        return attributes(attributes);
    }

    /** Ends the element; its name is for the reader of the code. */
    XmlOut close(String name) throws XMLStreamException {
        xml.writeEndElement();
        return this;
    }

    XmlOut text(String name, String text) throws XMLStreamException {
        return open(name).text(text).close(name);
    }

    /** Lines become breaks. */
    XmlOut text(String text) throws XMLStreamException {
        String[] lines = text.split("\n");
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                xml.writeEmptyElement("br");
            }
            xml.writeCharacters(lines[i]);
        }
        return this;
    }

    private XmlOut attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
        return this;
    }

    @Override
    public void close() throws XMLStreamException {
        xml.writeEndDocument();
        xml.flush();
    }
}
