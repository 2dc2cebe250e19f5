package app.vstrivia.realtime.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import app.vstrivia.model.protocol.ClientMessage;
import app.vstrivia.model.protocol.CloseCode;
import app.vstrivia.model.protocol.ErrorCode;
import app.vstrivia.model.protocol.EventBody;
import app.vstrivia.model.protocol.ImportEvent;
import app.vstrivia.model.protocol.MatchEvent;
import app.vstrivia.model.protocol.MatchSnapshot;
import app.vstrivia.model.protocol.MediaEvent;
import app.vstrivia.model.protocol.PlayerEvent;
import app.vstrivia.model.protocol.PlayerSnapshot;
import app.vstrivia.model.protocol.ProtocolCodec;
import app.vstrivia.model.protocol.PublicationEvent;
import app.vstrivia.model.protocol.ServerMessage;
import app.vstrivia.model.protocol.StreamSnapshot;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The document says what the types say. */
class AsyncApiTest {
    private static final AsyncApi DOCUMENT = AsyncApi.read();
    private static final RecordSchema RECORDS = new RecordSchema(DOCUMENT);

    @Test
    void everyMessageIsDescribed() {
        Set<String> messages = new TreeSet<>(clientMessages().keySet());
        messages.addAll(serverMessages().keySet());

        assertEquals(messages, DOCUMENT.keys("/components/messages"));
        assertEquals(messages, DOCUMENT.keys("/channels/socket/messages"));
    }

    @TestFactory
    List<DynamicTest> messagesHaveTheComponentsOfTheirTypes() {
        Map<String, Class<?>> messages = clientMessages();
        messages.putAll(serverMessages());
        return each(messages, (name, type) -> {
            JsonNode message = DOCUMENT.at("/components/messages/" + name);
            assertEquals(typeOf(name), message.at("/name").asText());
            assertEquals(
                    typeOf(name), message.at("/payload/properties/type/const").asText());
            RECORDS.assertDescribes(type, message.path("payload"), "type");
        });
    }

    @TestFactory
    List<DynamicTest> serverMessagesAlwaysHaveWhatIsRequired() {
        return each(
                serverMessages(),
                (name, type) -> RECORDS.assertRequiresWhatIsAlwaysWritten(
                        type, DOCUMENT.at("/components/messages/" + name + "/payload"), "type"));
    }

    @TestFactory
    List<DynamicTest> clientMessagesRequireWhatTheServiceRequires() {
        return each(clientMessages(), (name, type) -> {
            JsonNode golden = AsyncApi.golden().get(name);
            Set<String> required = new TreeSet<>();
            golden.fieldNames().forEachRemaining(field -> {
                if (!isRead(Json.without(golden, field))) {
                    required.add(field);
                }
            });
            Set<String> described = new TreeSet<>();
            DOCUMENT.at("/components/messages/" + name + "/payload/required")
                    .forEach(field -> described.add(field.asText()));
            // Of alternatives the golden file is one.
            DOCUMENT.at("/components/messages/" + name + "/payload/oneOf")
                    .forEach(alternative -> alternative.path("required").forEach(field -> {
                        if (golden.has(field.asText())) {
                            described.add(field.asText());
                        }
                    }));
            assertEquals(required, described);
        });
    }

    @Test
    void everyKindOfEventIsDescribed() {
        Set<String> referred = new TreeSet<>();
        DOCUMENT.at("/components/messages/server-event/payload/oneOf").forEach(kind -> {
            String name = "event-" + kind.at("/properties/kind/const").asText();
            assertEquals(
                    "#/components/schemas/" + name,
                    kind.at("/properties/data/$ref").asText());
            referred.add(name);
        });
        Set<String> schemas = DOCUMENT.keys("/components/schemas").stream()
                .filter(name -> name.startsWith("event-"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(events().keySet(), referred);
        assertEquals(events().keySet(), schemas);
    }

    @TestFactory
    List<DynamicTest> eventsHaveTheComponentsOfTheirTypes() {
        return each(events(), (name, type) -> {
            JsonNode schema = DOCUMENT.at("/components/schemas/" + name);
            RECORDS.assertDescribes(type, schema);
            RECORDS.assertRequiresWhatIsAlwaysWritten(type, schema);
        });
    }

    @TestFactory
    List<DynamicTest> snapshotsHaveTheComponentsOfTheirTypes() {
        return each(
                Map.of(
                        "MatchSnapshot",
                        MatchSnapshot.class,
                        "PlayerSnapshot",
                        PlayerSnapshot.class,
                        "StreamSnapshot",
                        StreamSnapshot.class),
                (name, type) -> {
                    JsonNode schema = DOCUMENT.at("/components/schemas/" + name);
                    RECORDS.assertDescribes(type, schema);
                    RECORDS.assertRequiresWhatIsAlwaysWritten(type, schema);
                });
    }

    @Test
    void anAckSaysWhyInTheCodesOfErrors() {
        JsonNode code = DOCUMENT.at("/components/messages/server-ack/payload/properties/code");

        assertEquals(
                new ObjectMapper().valueToTree(ErrorCode.values()),
                DOCUMENT.resolve(code).path("enum"));
    }

    @Test
    void closeCodesAreThoseOfTheCatalogue() {
        List<String> described = new ArrayList<>();
        DOCUMENT.at("/channels/socket/x-close-codes")
                .forEach(code -> described.add(code.path("code") + " " + code.path("comeBack") + " "
                        + code.path("reason").asText()));

        assertEquals(
                Stream.of(CloseCode.values())
                        .map(code -> code.code() + " " + code.comeBack() + " " + code.reason())
                        .toList(),
                described);
    }

    @Test
    void operationsReceiveWhatClientsSendAndSendWhatTheyGet() {
        Set<String> received = new TreeSet<>();
        Set<String> sent = new TreeSet<>();
        DOCUMENT.at("/operations").forEach(operation -> {
            boolean receives = operation.path("action").asText().equals("receive");
            operation.path("messages").forEach(message -> (receives ? received : sent)
                    .add(message.path("$ref").asText().replaceFirst(".*/", "")));
            operation
                    .at("/reply/messages")
                    .forEach(message -> sent.add(message.path("$ref").asText().replaceFirst(".*/", "")));
        });

        assertEquals(clientMessages().keySet(), received);
        assertEquals(serverMessages().keySet(), sent);
    }

    private static Map<String, Class<?>> clientMessages() {
        Map<String, Class<?>> messages = new TreeMap<>();
        for (JsonSubTypes.Type type :
                ClientMessage.class.getAnnotation(JsonSubTypes.class).value()) {
            messages.put("client-" + type.name(), type.value());
        }
        assertEquals(Set.of(ClientMessage.class.getPermittedSubclasses()), Set.copyOf(messages.values()));
        return messages;
    }

    private static Map<String, Class<?>> serverMessages() {
        Map<String, Class<?>> messages = new TreeMap<>();
        for (Class<?> type : ServerMessage.class.getPermittedSubclasses()) {
            messages.put("server-" + type.getAnnotation(JsonTypeName.class).value(), type);
        }
        return messages;
    }

    /** By their kinds, which the bodies in the golden files tell. */
    private static Map<String, Class<?>> events() {
        Map<String, Class<?>> events = new TreeMap<>();
        Stream.of(MatchEvent.class, PlayerEvent.class, ImportEvent.class, PublicationEvent.class, MediaEvent.class)
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                .forEach(type -> events.put("event-" + kindOf(type.asSubclass(EventBody.class)), type));
        return events;
    }

    private static String kindOf(Class<? extends EventBody> type) {
        String name = type.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        EventBody golden =
                ProtocolCodec.decodeBody(AsyncApi.golden().get("event-" + name).toString(), type);
        return golden.eventKind();
    }

    private static String typeOf(String name) {
        return name.replaceFirst("^(client|server)-", "");
    }

    private static boolean isRead(JsonNode message) {
        try {
            return ProtocolCodec.decode(message.toString().getBytes(StandardCharsets.UTF_8)) != null;
        } catch (ProtocolCodec.Undecodable e) {
            return false;
        }
    }

    private static List<DynamicTest> each(Map<String, Class<?>> types, Comparison comparison) {
        return types.entrySet().stream()
                .map(type -> dynamicTest(type.getKey(), () -> comparison.compare(type.getKey(), type.getValue())))
                .toList();
    }

    private interface Comparison {
        void compare(String name, Class<?> type);
    }
}
