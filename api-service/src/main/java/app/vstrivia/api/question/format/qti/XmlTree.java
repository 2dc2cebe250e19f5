package app.vstrivia.api.question.format.qti;

import app.vstrivia.api.question.format.Unfit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads small XML files from strangers: no DTD, no entities of their own, neither deep nor wide. */
final class XmlTree {
    private static final int DEEPEST = 64;
    private static final int MOST_NODES = 50_000;
    private static final int LONGEST = 4 << 20;
    private static final Pattern DASH = Pattern.compile("-([a-z])");

    private final Deque<XmlNode> open = new ArrayDeque<>();
    private XmlNode root;
    private int nodes;

    private XmlTree() {}

    static XmlNode read(InputStream bytes) throws IOException, Unfit {
        try {
            byte[] all = bytes.readNBytes(LONGEST + 1);
            if (all.length > LONGEST) {
                throw new Unfit("bad-xml", "the XML is too long");
            }
            return new XmlTree().parsed(StrictXml.reader(new ByteArrayInputStream(all)));
        } catch (XMLStreamException e) {
            throw new Unfit("bad-xml", "the XML is not valid");
        }
    }

    private XmlNode parsed(XMLStreamReader xml) throws XMLStreamException, Unfit {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Unfit("bad-xml", "document types and entities are not taken");
                case XMLStreamConstants.START_ELEMENT -> start(xml);
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text(xml);
                default -> {
                    // comments and instructions
                }
            }
        }
        return root;
    }

    private void start(XMLStreamReader xml) throws Unfit {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(plain(xml.getAttributeLocalName(i)), xml.getAttributeValue(i));
        }
        XmlNode node = XmlNode.element(plain(xml.getLocalName().replaceFirst("^qti-", "")), attributes);
        add(node);
        open.push(node);
        if (open.size() > DEEPEST) {
            throw new Unfit("bad-xml", "the XML is too deep");
        }
    }

    private void text(XMLStreamReader xml) throws Unfit {
        if (!open.isEmpty()) {
            add(XmlNode.text(xml.getText()));
        }
    }

    private void add(XmlNode node) throws Unfit {
        if (++nodes > MOST_NODES) {
            throw new Unfit("bad-xml", "the XML has too many parts");
        }
        if (open.isEmpty()) {
            root = node;
        } else {
            open.peek().children().add(node);
        }
    }

    private static String plain(String name) {
        return DASH.matcher(name)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).toUpperCase(Locale.ROOT)));
    }
}
