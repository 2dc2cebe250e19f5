package app.vstrivia.api.question.format.qti;

import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.QuestionKind;
import app.vstrivia.api.question.format.Origin;
import app.vstrivia.api.question.format.RawBody;
import app.vstrivia.api.question.format.RawQuestion;
import app.vstrivia.api.question.format.Unfit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One item: exactly one interaction, of a kind that the bank has. */
final class QtiItem {
    private static final Set<String> KNOWN = Set.of("choiceInteraction", "orderInteraction", "textEntryInteraction");
    private static final String GAP = "\n_____";

    /** What a question refers to a picture by. */
    @FunctionalInterface
    interface References {
        /** @throws Unfit if the address leads neither to a file of the package nor to the web */
        String to(String address) throws Unfit;
    }

    private final XmlNode item;
    private final XmlNode body;

    private QtiItem(XmlNode item, XmlNode body) {
        this.item = item;
        this.body = body;
    }

    static RawQuestion read(XmlNode item, Origin origin, References references) throws Unfit {
        XmlNode body =
                item.child("itemBody").orElseThrow(() -> new Unfit("malformed-question", "the item has no body"));
        return new QtiItem(item, body).question(origin, references);
    }

    private RawQuestion question(Origin origin, References references) throws Unfit {
        List<XmlNode> interactions = new ArrayList<>();
        collect(body, interactions);
        if (interactions.isEmpty()) {
            throw new Unfit("description", "the item asks nothing");
        }
        if (interactions.size() > 1 || !KNOWN.contains(interactions.get(0).name())) {
            throw new Unfit("unsupported-type", "only one choice, order or text entry in an item is supported");
        }
        XmlNode interaction = interactions.get(0);
        XmlNode prompt = interaction.child("prompt").orElse(XmlNode.text(""));
        String text = (QtiText.beside(body) + "\n" + QtiText.beside(prompt)).strip();
        // a gap on a line of its own is where the answer goes, and no part of the question
        String asked = text.endsWith(GAP)
                ? text.substring(0, text.length() - GAP.length()).strip()
                : text;
        RawQuestion raw = new RawQuestion(answers(interaction), asked, origin);
        List<XmlNode> pictures = new ArrayList<>();
        addPictures(body, pictures);
        addPictures(prompt, pictures);
        if (pictures.size() > 1) {
            throw new Unfit("media-not-taken", "a question has one picture at most");
        }
        if (!pictures.isEmpty()) {
            XmlNode picture = pictures.get(0);
            raw.media("picture", references.to(picture.attribute("src")))
                    .mediaCaption(picture.attribute("alt"), null, null);
        }
        List<XmlNode> feedback = item.children("modalFeedback").toList();
        return feedback.size() == 1 ? raw.explanation(QtiText.of(feedback.get(0))) : raw;
    }

    private static void collect(XmlNode node, List<XmlNode> interactions) {
        for (XmlNode child : node.children()) {
            if (child.name().endsWith("Interaction")) {
                interactions.add(child);
            } else {
                collect(child, interactions);
            }
        }
    }

    /** Those that stand beside what there is to answer. */
    private static void addPictures(XmlNode node, List<XmlNode> pictures) {
        for (XmlNode child : node.children()) {
            if (child.name().equals("img")) {
                pictures.add(child);
            } else if (!QtiText.isSkipped(child)) {
                addPictures(child, pictures);
            }
        }
    }

    private RawBody answers(XmlNode interaction) throws Unfit {
        QtiResponse response = QtiResponse.of(item, interaction.attribute("responseIdentifier"));
        return switch (interaction.name()) {
            case "choiceInteraction" -> choices(interaction, response);
            case "orderInteraction" -> new RawBody.Order(ordered(options(interaction), response));
            default -> response.isNumber() ? response.number() : new RawBody.Accepted(response.accepted());
        };
    }

    private static RawBody choices(XmlNode interaction, QtiResponse response) throws Unfit {
        Map<String, String> options = options(interaction);
        Set<String> right = new LinkedHashSet<>(response.values());
        if (!options.keySet().containsAll(right)) {
            throw new Unfit("answer-not-among-choices", "the right response is not among the choices");
        }
        List<Choice> choices = new ArrayList<>();
        options.forEach((id, text) -> choices.add(new Choice(text, right.contains(id))));
        boolean several = response.cardinality().equals("multiple");
        return new RawBody.Choices(several ? QuestionKind.MULTIPLE : QuestionKind.SINGLE, choices);
    }

    private static List<String> ordered(Map<String, String> options, QtiResponse response) throws Unfit {
        List<String> items = new ArrayList<>();
        for (String id : response.values()) {
            items.add(options.getOrDefault(id, ""));
        }
        if (items.size() != options.size() || items.contains("")) {
            throw new Unfit("answer-missing", "the right order does not name each item once");
        }
        return items;
    }

    /** Texts by identifier, in their order. */
    private static Map<String, String> options(XmlNode interaction) throws Unfit {
        Map<String, String> options = new LinkedHashMap<>();
        for (XmlNode choice : interaction.children("simpleChoice").toList()) {
            if (options.put(choice.attribute("identifier"), QtiText.of(choice)) != null) {
                throw new Unfit("malformed-question", "two choices have one identifier");
            }
        }
        return options;
    }
}
