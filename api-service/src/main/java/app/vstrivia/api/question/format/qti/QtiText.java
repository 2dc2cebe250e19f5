package app.vstrivia.api.question.format.qti;

import app.vstrivia.api.question.format.Media;
import app.vstrivia.api.question.format.Unfit;
import java.util.Set;

/** What is left to read of the XHTML of an item. */
final class QtiText {
    private static final Set<String> BLOCKS =
            Set.of("p", "div", "br", "li", "ul", "ol", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre");
    private static final Set<String> MEDIA =
            Set.of("img", "object", "video", "audio", "math", "svg", "picture", "iframe");

    /** What stands in the body and is no part of the question's text. */
    private static final Set<String> SKIPPED = Set.of(
            "choiceInteraction",
            "orderInteraction",
            "feedbackInline",
            "feedbackBlock",
            "rubricBlock",
            "script",
            "style",
            "stylesheet");

    private QtiText() {}

    /** @throws Unfit if something stands in it that is no text */
    static String of(XmlNode node) throws Unfit {
        return of(node, false);
    }

    /** What stands beside pictures. */
    static String beside(XmlNode node) throws Unfit {
        return of(node, true);
    }

    static boolean isSkipped(XmlNode node) {
        return SKIPPED.contains(node.name());
    }

    private static String of(XmlNode node, boolean besidePictures) throws Unfit {
        StringBuilder text = new StringBuilder();
        add(node, text, besidePictures);
        return text.toString().strip();
    }

    private static void add(XmlNode node, StringBuilder text, boolean besidePictures) throws Unfit {
        for (XmlNode child : node.children()) {
            if (besidePictures && child.name().equals("img")) {
                continue;
            }
            if (MEDIA.contains(child.name())) {
                throw Media.leftBehind();
            }
            if (child.name().equals("textEntryInteraction")) {
                text.append("_____");
            } else if (child.name().isEmpty()) {
                text.append(child.ownText().replaceAll("\\s+", " "));
            } else if (!SKIPPED.contains(child.name())) {
                add(child, text, besidePictures);
                text.append(BLOCKS.contains(child.name()) ? "\n" : "");
            }
        }
    }
}
