package app.vstrivia.model.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The wire must not change unawares: every message has a file that says how it looks. */
class GoldenMessagesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @TestFactory
    List<DynamicTest> serverMessagesAreWrittenAsTheirFilesSay() {
        return GoldenMessages.SERVER.entrySet().stream()
                .map(golden -> dynamicTest(golden.getKey(), () -> {
                    String written = ProtocolCodec.encode(golden.getValue());
                    assertEquals(read(golden.getKey()), ProtocolCodec.tree(written));
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> eventBodiesAreWrittenAndReadAsTheirFilesSay() {
        return GoldenMessages.BODIES.entrySet().stream()
                .map(golden -> dynamicTest(golden.getKey(), () -> {
                    EventBody body = golden.getValue();
                    JsonNode file = read(golden.getKey());
                    assertEquals(file, ProtocolCodec.tree(ProtocolCodec.encodeBody(body)));
                    assertEquals(body, ProtocolCodec.decodeBody(file.toString(), body.getClass()));
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> clientMessagesAreReadAsTheirFilesSay() {
        return GoldenMessages.CLIENT.entrySet().stream()
                .map(golden -> dynamicTest(
                        golden.getKey(),
                        () -> assertEquals(
                                golden.getValue(),
                                ProtocolCodec.decode(
                                        read(golden.getKey()).toString().getBytes(StandardCharsets.UTF_8)))))
                .toList();
    }

    @Test
    void everyTypeOfTheWireHasAFileAndEveryFileAType() throws IOException {
        Set<Class<?>> types = new TreeSet<>(Comparator.comparing(Class::getName));
        Stream.of(
                        ClientMessage.class,
                        ServerMessage.class,
                        MatchEvent.class,
                        PlayerEvent.class,
                        ImportEvent.class,
                        PublicationEvent.class,
                        MediaEvent.class)
                .flatMap(type -> Stream.of(type.getPermittedSubclasses()))
                .forEach(types::add);
        Set<Class<?>> covered = Stream.of(GoldenMessages.CLIENT, GoldenMessages.SERVER, GoldenMessages.BODIES)
                .flatMap(golden -> golden.values().stream())
                .map(Object::getClass)
                .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(Class::getName))));
        Set<String> named = Stream.of(GoldenMessages.CLIENT, GoldenMessages.SERVER, GoldenMessages.BODIES)
                .flatMap(golden -> golden.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.list(GOLDEN)) {
            Set<String> present = files.map(
                            file -> file.getFileName().toString().replace(".json", ""))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertEquals(types, covered);
            assertEquals(named, present);
        }
    }

    private static JsonNode read(String name) {
        try {
            return ProtocolCodec.tree(Files.readString(GOLDEN.resolve(name + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
