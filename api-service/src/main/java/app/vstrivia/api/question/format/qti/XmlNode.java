package app.vstrivia.api.question.format.qti;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element, with the names of QTI 2.1 whatever the version: {@code qti-simple-choice} is {@code simpleChoice}. Texts are
 * elements without a name.
 */
record XmlNode(String name, Map<String, String> attributes, List<XmlNode> children, String ownText) {
    static XmlNode element(String name, Map<String, String> attributes) {
        return new XmlNode(name, attributes, new ArrayList<>(), "");
    }

    static XmlNode text(String text) {
        return new XmlNode("", Map.of(), List.of(), text);
    }

    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    Stream<XmlNode> children(String child) {
        return children.stream().filter(node -> node.name.equals(child));
    }

    Optional<XmlNode> child(String child) {
        return children(child).findFirst();
    }

    /** All of that name within it, in order. */
    Stream<XmlNode> all(String wanted) {
        return children.stream()
                .flatMap(node ->
                        Stream.concat(node.name.equals(wanted) ? Stream.of(node) : Stream.empty(), node.all(wanted)));
    }

    boolean has(String wanted) {
        return all(wanted).findAny().isPresent();
    }
}
