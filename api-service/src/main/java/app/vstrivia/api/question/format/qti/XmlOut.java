package app.vstrivia.api.question.format.qti;

import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** One XML document within a stream that goes on after it. */
final class XmlOut implements AutoCloseable {
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter xml;
    private final QtiVersion version;

    /** A manifest, whose names are the same in all versions. */
    XmlOut(OutputStream bytes) throws XMLStreamException {
        this(bytes, QtiVersion.TWO);
    }

    /** An item of that version; the names given are those of 2.1. */
    XmlOut(OutputStream bytes, QtiVersion version) throws XMLStreamException {
        this.version = version;
        xml = XML.createXMLStreamWriter(bytes, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
    }

    /** An element with a namespace of its own, which those in it have, too. */
    XmlOut root(String name, String namespace, String... attributes) throws XMLStreamException {
        xml.writeStartElement(version.element(name));
        xml.writeDefaultNamespace(namespace);
        return attributes(attributes);
    }

    /** @param attributes names and values in turn */
    XmlOut open(String name, String... attributes) throws XMLStreamException {
        xml.writeStartElement(version.element(name));
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
            xml.writeAttribute(version.attribute(attributes[i]), attributes[i + 1]);
        }
        return this;
    }

    @Override
    public void close() throws XMLStreamException {
        xml.writeEndDocument();
        xml.flush();
    }
}
