package app.vstrivia.api.question.format;

import static app.vstrivia.api.question.format.Parsing.choices;
import static app.vstrivia.api.question.format.QuestionFormat.QTI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.QuestionBody;
import app.vstrivia.api.question.QuestionKind;
import app.vstrivia.model.text.Decimal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QtiTest {
    private static final String CHOICE = """
            <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="a" title="t">
              <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">
                <correctResponse><value>B</value></correctResponse>
              </responseDeclaration>
              <itemBody>
                <p>Look at  the <b>text</b>.</p>
                <choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="1">
                  <prompt>What &lt; does it say?</prompt>
                  <simpleChoice identifier="A">Stay<feedbackInline outcomeIdentifier="F" identifier="A">No</feedbackInline></simpleChoice>
                  <simpleChoice identifier="B">Go</simpleChoice>
                </choiceInteraction>
              </itemBody>
              <modalFeedback outcomeIdentifier="F" identifier="B" showHide="show">It says so.</modalFeedback>
            </assessmentItem>
            """;

    private static final String CHOICE_3 = """
            <qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="a" title="t">
              <qti-response-declaration identifier="RESPONSE" cardinality="multiple" base-type="identifier">
                <qti-correct-response><qti-value>A</qti-value><qti-value>C</qti-value></qti-correct-response>
              </qti-response-declaration>
              <qti-item-body>
                <qti-choice-interaction response-identifier="RESPONSE" max-choices="0">
                  <qti-prompt>Which?</qti-prompt>
                  <qti-simple-choice identifier="A">a</qti-simple-choice>
                  <qti-simple-choice identifier="B">b</qti-simple-choice>
                  <qti-simple-choice identifier="C">c</qti-simple-choice>
                </qti-choice-interaction>
              </qti-item-body>
            </qti-assessment-item>
            """;

    private static final String ORDER = CHOICE.replace("single", "ordered")
            .replace("choiceInteraction", "orderInteraction")
            .replace("<value>B</value>", "<value>B</value><value>A</value>");

    private static final String NUMBER = """
            <assessmentItem>
              <responseDeclaration identifier="R" cardinality="single" baseType="float">
                <correctResponse><value>3.14</value></correctResponse>
              </responseDeclaration>
              <itemBody><p>Pi is about <textEntryInteraction responseIdentifier="R"/>.</p></itemBody>
              <responseProcessing><responseCondition><responseIf>
                <equal toleranceMode="absolute" tolerance="0.01 0.01"><variable identifier="R"/><correct identifier="R"/></equal>
              </responseIf></responseCondition></responseProcessing>
            </assessmentItem>
            """;

    private static final String TEXT = """
            <assessmentItem>
              <responseDeclaration identifier="R" cardinality="single" baseType="string">
                <correctResponse><value>York</value></correctResponse>
                <mapping><mapEntry mapKey="York" mappedValue="1"/><mapEntry mapKey="Eboracum" mappedValue="1"/>
                  <mapEntry mapKey="Leeds" mappedValue="0.5"/></mapping>
              </responseDeclaration>
              <itemBody><p>Where? <textEntryInteraction responseIdentifier="R"/></p></itemBody>
            </assessmentItem>
            """;

    @Test
    void oneChoiceIsRight() {
        ParsedItem.Fit item = Parsing.fit(QTI, packaged(CHOICE));

        assertEquals(QuestionKind.SINGLE, item.question().kind());
        assertEquals("Look at the text.\nWhat < does it say?", item.question().text());
        assertEquals(List.of("-Stay", "+Go"), choices(item));
        assertEquals("It says so.", item.question().explanation());
    }

    @Test
    void versionThreeIsReadAsWell() {
        ParsedItem.Fit item = Parsing.fit(QTI, packaged(CHOICE_3));

        assertEquals(QuestionKind.MULTIPLE, item.question().kind());
        assertEquals(List.of("+a", "-b", "+c"), choices(item));
    }

    @Test
    void ordersNumbersAndTextsAreRead() {
        assertEquals(
                new QuestionBody.Ordering(List.of("Go", "Stay")),
                Parsing.fit(QTI, packaged(ORDER)).question().body());
        ParsedItem.Fit number = Parsing.fit(QTI, packaged(NUMBER));
        assertEquals(
                new QuestionBody.Numeric(Decimal.of("3.14"), Decimal.of("0.01"), null),
                number.question().body());
        assertEquals("Pi is about _____.", number.question().text());
        assertEquals(
                new QuestionBody.Text(List.of("York", "Eboracum")),
                Parsing.fit(QTI, packaged(TEXT)).question().body());
    }

    @Test
    void whatIsNotSupportedIsRefusedItemByItem() {
        byte[] zip = packaged(
                "<assessmentItem><itemBody><p>Read.</p></itemBody></assessmentItem>",
                "<assessmentItem><itemBody><extendedTextInteraction responseIdentifier=\"R\"/></itemBody></assessmentItem>",
                CHOICE.replace("choiceInteraction", "matchInteraction"),
                CHOICE.replaceAll("(?s)<correctResponse>.*</correctResponse>", ""),
                CHOICE.replace("<value>B", "<value>Z"),
                CHOICE.replace("Look at", "<img src=\"a.png\"/>"),
                NUMBER.replace("absolute", "relative"),
                "<assessmentItem",
                "<html/>",
                CHOICE);

        assertEquals(
                List.of(
                        "description",
                        "unsupported-type",
                        "unsupported-type",
                        "answer-missing",
                        "answer-not-among-choices",
                        "media-not-taken",
                        "unsupported-tolerance",
                        "bad-xml",
                        "malformed-question",
                        "fit"),
                Parsing.all(QTI, zip).stream()
                        .map(item -> item instanceof ParsedItem.Refused refused
                                ? refused.note().code()
                                : "fit")
                        .toList());
    }

    @Test
    void aPictureOfTheWebIsReferredToByANameAndNotByItsAddress() throws IOException {
        byte[] zip = packaged(CHOICE.replace("Look at", "<img src=\"https://example.org/a.png\" alt=\"A sign\"/>"));

        try (QuestionReader reader = QTI.open(() -> new ByteArrayInputStream(zip), Parsing.DEFAULTS)) {
            MediaRef media = ((ParsedItem.Fit) reader.next()).question().media();
            assertEquals("media/web-1", media.reference());
            assertEquals("A sign", media.caption().alternative());
            assertEquals(Optional.of("https://example.org/a.png"), reader.address(media));
            assertEquals(Optional.empty(), reader.open(media));
        }
    }

    @Test
    void aPictureOfThePackageComesWithItsQuestion() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "items/a b.xml", CHOICE.replace("Look at", "<img src=\"../pictures/the%20sign.png\" alt=\"A sign\"/>"));
        files.put("items/1.xml", CHOICE.replace("Look at", "<img src=\"../../../pictures/secret.png\"/>"));
        files.put("items/2.xml", CHOICE.replace("Look at", "<img src=\"ftp://example.org/a.png\"/>"));
        files.put("items/3.xml", CHOICE.replace("Stay<", "<img src=\"../pictures/the%20sign.png\"/>Stay<"));
        files.put("imsmanifest.xml", manifest(files.keySet().toArray(String[]::new)));
        files.put("pictures/the sign.png", "the picture");
        byte[] zip = Parsing.zip(files);

        try (QuestionReader reader = QTI.open(() -> new ByteArrayInputStream(zip), Parsing.DEFAULTS)) {
            ParsedItem.Fit first = (ParsedItem.Fit) reader.next();
            MediaRef media = first.question().media();
            assertEquals(MediaRef.Kind.PICTURE, media.kind());
            assertEquals("A sign", media.caption().alternative());
            try (InputStream bytes = reader.open(media).orElseThrow()) {
                assertEquals("the picture", new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
            }
            for (int i = 0; i < 3; i++) {
                assertEquals(
                        "media-not-taken",
                        ((ParsedItem.Refused) reader.next()).note().code());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><assessmentItem>&x;</assessmentItem>",
                "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/evil.dtd\"><assessmentItem/>",
                "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\"><!ENTITY c \"&b;&b;\">]><assessmentItem>&c;</assessmentItem>",
                "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/\"> %p;]><assessmentItem/>",
                "<assessmentItem>&undeclared;</assessmentItem>"
            })
    void documentTypesAndEntitiesAreNotLookedAt(String evil) {
        assertEquals("bad-xml", Parsing.refusal(QTI, packaged(evil)));
    }

    @Test
    void xmlIsNeitherDeepNorWide() {
        assertEquals("bad-xml", Parsing.refusal(QTI, packaged("<a>".repeat(100_000) + "</a>".repeat(100_000))));
        assertEquals(
                "bad-xml",
                Parsing.refusal(QTI, packaged("<assessmentItem>" + "<a/>".repeat(60_000) + "</assessmentItem>")));
    }

    @Test
    void aManifestThatLiesIsReported() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("imsmanifest.xml", manifest("../../etc/passwd", "items/a b.xml"));
        files.put("items/a b.xml", CHOICE);

        assertEquals(
                List.of("item-missing", "fit"),
                Parsing.all(QTI, Parsing.zip(files)).stream()
                        .map(item -> item instanceof ParsedItem.Refused refused
                                ? refused.note().code()
                                : "fit")
                        .toList());
        assertThrows(
                UnreadableFile.class,
                () -> Parsing.all(QTI, Parsing.zip(Map.of("imsmanifest.xml", "<!DOCTYPE a><manifest/>"))));
        assertThrows(UnreadableFile.class, () -> Parsing.all(QTI, Parsing.zip(Map.of("a.xml", "<a/>"))));
    }

    @Test
    void aPackageThatWeWriteIsNeverTooLargeToBeRead() throws IOException, Unfit {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        NewQuestion question = Parsing.fit(QTI, packaged(CHOICE)).question();
        try (QuestionWriter writer = ExportFormat.QTI.open(bytes, MediaFiles.NONE)) {
            for (int i = 0; i < 4_999; i++) {
                writer.write(question);
            }
            Unfit full = assertThrows(Unfit.class, () -> writer.write(question));
            assertEquals("file-full", full.note().code());
        }

        assertEquals(4_999, Parsing.all(QTI, bytes.toByteArray()).size());
    }

    static byte[] packaged(String... items) {
        Map<String, String> files = new LinkedHashMap<>();
        String[] names = new String[items.length];
        for (int i = 0; i < items.length; i++) {
            names[i] = "items/" + i + ".xml";
            files.put(names[i], items[i]);
        }
        files.put("imsmanifest.xml", manifest(names));
        return Parsing.zip(files);
    }

    private static String manifest(String... names) {
        StringBuilder xml =
                new StringBuilder("<manifest xmlns=\"http://www.imsglobal.org/xsd/imscp_v1p1\"><resources>");
        for (String name : names) {
            xml.append("<resource identifier=\"r\" type=\"imsqti_item_xmlv2p1\" href=\"")
                    .append(name.replace(" ", "%20"))
                    .append("\"/>");
        }
        return xml.append("<resource type=\"webcontent\" href=\"a.png\"/></resources></manifest>")
                .toString();
    }
}
