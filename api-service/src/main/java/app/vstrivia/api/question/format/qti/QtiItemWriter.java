package app.vstrivia.api.question.format.qti;

import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.QuestionBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;

/** Writes one item, in the order of elements that its schema asks for. */
final class QtiItemWriter {
    private static final String GAP = "_____";

    private final XmlOut xml;
    private final QtiVersion version;

    QtiItemWriter(XmlOut xml, QtiVersion version) {
        this.xml = xml;
        this.version = version;
    }

    void write(String identifier, NewQuestion question) throws XMLStreamException {
        xml.root(
                "assessmentItem",
                version.items,
                "identifier",
                identifier,
                "title",
                identifier,
                "adaptive",
                "false",
                "timeDependent",
                "false");
        QuestionBody body = question.body();
        if (body instanceof QuestionBody.Numeric number) {
            declaration("single", "float", List.of(number.value().toPlainString()), List.of());
        } else if (body instanceof QuestionBody.Text typed) {
            declaration("single", "string", typed.accepted().subList(0, 1), typed.accepted());
        } else if (body instanceof QuestionBody.Ordering ordering) {
            declaration("ordered", "identifier", names(ordering.items().size()), List.of());
        } else {
            List<String> right = new ArrayList<>();
            for (int i = 0; i < body.choices().size(); i++) {
                if (body.choices().get(i).correct()) {
                    right.add("C" + (i + 1));
                }
            }
            String cardinality = body instanceof QuestionBody.Multiple ? "multiple" : "single";
            declaration(cardinality, "identifier", right, List.of());
        }
        xml.open("outcomeDeclaration", "identifier", "SCORE", "cardinality", "single", "baseType", "float")
                .close("outcomeDeclaration");
        if (question.explanation() != null) {
            xml.open("outcomeDeclaration", "identifier", "FEEDBACK", "cardinality", "single", "baseType", "identifier")
                    .close("outcomeDeclaration");
        }
        xml.open("itemBody");
        if (question.media() != null) {
            picture(question.media());
        }
        interaction(question);
        xml.close("itemBody");
        processing(body);
        if (question.explanation() != null) {
            feedback(question.explanation());
        }
    }

    private void feedback(String text) throws XMLStreamException {
        xml.open("modalFeedback", "outcomeIdentifier", "FEEDBACK", "identifier", "explanation", "showHide", "show");
        if (version == QtiVersion.TWO) {
            xml.text(text);
        } else {
            xml.open("contentBody").open("p").text(text).close("p").close("contentBody");
        }
        xml.close("modalFeedback");
    }

    /** Items are in a folder beside that of the pictures. */
    private void picture(MediaRef picture) throws XMLStreamException {
        String alternative = picture.caption().alternative();
        xml.open("p")
                .open("img", "src", "../" + picture.reference(), "alt", alternative == null ? "" : alternative)
                .close("img")
                .close("p");
    }

    private void declaration(String cardinality, String type, List<String> values, List<String> accepted)
            throws XMLStreamException {
        xml.open("responseDeclaration", "identifier", "RESPONSE", "cardinality", cardinality, "baseType", type);
        xml.open("correctResponse");
        for (String value : values) {
            xml.text("value", value);
        }
        xml.close("correctResponse");
        if (accepted.size() > 1) {
            xml.open("mapping", "defaultValue", "0");
            for (String text : accepted) {
                xml.open("mapEntry", "mapKey", text, "mappedValue", "1").close("mapEntry");
            }
            xml.close("mapping");
        }
        xml.close("responseDeclaration");
    }

    private void interaction(NewQuestion question) throws XMLStreamException {
        QuestionBody body = question.body();
        if (body instanceof QuestionBody.Numeric || body instanceof QuestionBody.Text) {
            textEntry(question.text());
            return;
        }
        Map<String, String> options = new TreeMap<>();
        if (body instanceof QuestionBody.Ordering ordering) {
            // by their texts: nobody shall read the right order out of the file
            List<String> names = names(ordering.items().size());
            names.forEach(name -> options.put(ordering.items().get(names.indexOf(name)), name));
            xml.open("orderInteraction", "responseIdentifier", "RESPONSE", "shuffle", "true");
            xml.text("prompt", question.text());
            for (Map.Entry<String, String> option : options.entrySet()) {
                xml.open("simpleChoice", "identifier", option.getValue())
                        .text(option.getKey())
                        .close("simpleChoice");
            }
            xml.close("orderInteraction");
            return;
        }
        String most = body instanceof QuestionBody.Multiple ? "0" : "1";
        xml.open("choiceInteraction", "responseIdentifier", "RESPONSE", "shuffle", "true", "maxChoices", most);
        xml.text("prompt", question.text());
        int place = 0;
        for (Choice choice : body.choices()) {
            place++;
            xml.open("simpleChoice", "identifier", "C" + place)
                    .text(choice.text())
                    .close("simpleChoice");
        }
        xml.close("choiceInteraction");
    }

    /** In the place of the gap that the text has, or else below it. */
    private void textEntry(String text) throws XMLStreamException {
        int gap = text.indexOf(GAP);
        xml.open("p").text(gap < 0 ? text : text.substring(0, gap));
        if (gap < 0) {
            xml.close("p").open("p");
        }
        xml.open("textEntryInteraction", "responseIdentifier", "RESPONSE").close("textEntryInteraction");
        if (gap >= 0) {
            xml.text(text.substring(gap + GAP.length()));
        }
        xml.close("p");
    }

    private void processing(QuestionBody body) throws XMLStreamException {
        if (!(body instanceof QuestionBody.Numeric number)) {
            boolean mapped =
                    body instanceof QuestionBody.Text typed && typed.accepted().size() > 1;
            String template = mapped ? "map_response" : "match_correct";
            xml.open("responseProcessing", "template", version.template(template))
                    .close("responseProcessing");
            return;
        }
        String tolerance = number.tolerance().toPlainString();
        xml.open("responseProcessing").open("responseCondition").open("responseIf");
        xml.open("equal", "toleranceMode", "absolute", "tolerance", tolerance + " " + tolerance);
        xml.open("variable", "identifier", "RESPONSE").close("variable");
        xml.open("correct", "identifier", "RESPONSE").close("correct").close("equal");
        xml.open("setOutcomeValue", "identifier", "SCORE");
        xml.open("baseValue", "baseType", "float").text("1").close("baseValue").close("setOutcomeValue");
        xml.close("responseIf").close("responseCondition").close("responseProcessing");
    }

    private static List<String> names(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            names.add("C" + i);
        }
        return names;
    }
}
