package app.vstrivia.realtime.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import app.vstrivia.model.protocol.ProtocolCodec;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas take what goes over the wire, and nothing else. */
class AsyncApiExamplesTest {
    private static final AsyncApi DOCUMENT = AsyncApi.read();
    private static final String MATCH = "\"match\":\"018f0000-0000-7000-8000-000000000001\"";

    @TestFactory
    List<DynamicTest> goldenFilesFulfilTheirSchemas() {
        return eachGolden((name, golden) ->
                assertEquals(List.of(), DOCUMENT.violations(AsyncApi.pointerTo(name, golden), golden)));
    }

    @TestFactory
    List<DynamicTest> everyGoldenFileIsAnExample() {
        return eachGolden((name, golden) ->
                assertTrue(DOCUMENT.examples(name, golden).contains(golden), "not among the examples"));
    }

    @TestFactory
    List<DynamicTest> everyExampleIsAGoldenFile() {
        return eachGolden(
                (name, golden) -> assertTrue(AsyncApi.golden().values().containsAll(DOCUMENT.examples(name, golden))));
    }

    @TestFactory
    List<DynamicTest> aMissingFieldIsAViolation() {
        return eachGolden((name, golden) -> DOCUMENT.at(AsyncApi.pointerTo(name, golden) + "/required")
                .forEach(field -> assertFalse(
                        DOCUMENT.violations(AsyncApi.pointerTo(name, golden), Json.without(golden, field.asText()))
                                .isEmpty(),
                        "without " + field)));
    }

    @TestFactory
    List<DynamicTest> aMisspeltFieldIsAViolationWhereverItStands() {
        return eachGolden((name, golden) -> Json.misspellings(golden)
                .forEach(spoilt -> assertFalse(
                        DOCUMENT.violations(AsyncApi.pointerTo(name, golden), spoilt)
                                .isEmpty(),
                        spoilt::toString)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'type':'join','id':'',MATCH",
                "'type':'join','id':'a b',MATCH",
                "'type':'join','id':'é',MATCH",
                "'type':'join','id':'1234567890123456789012345678901234567',MATCH",
                "'type':'join','id':'c1','match':'018f0000'",
                "'type':'answer','id':'c1',MATCH,'round':0,'choices':[1],'elapsed':1",
                "'type':'answer','id':'c1',MATCH,'round':1.5,'choices':[1],'elapsed':1",
                "'type':'answer','id':'c1',MATCH,'round':1,'choices':[],'elapsed':1",
                "'type':'answer','id':'c1',MATCH,'round':1,'choices':[1,1],'elapsed':1",
                "'type':'answer','id':'c1',MATCH,'round':1,'choices':[-1],'elapsed':1",
                "'type':'answer','id':'c1',MATCH,'round':1,'choices':[12],'elapsed':1",
                "'type':'answer','id':'c1',MATCH,'round':1,'choices':[0,1,2,3,4,5,6,7,8,9,10,11,12],'elapsed':1",
                "'type':'answer','id':'c1',MATCH,'round':1,'choices':['1'],'elapsed':1",
                "'type':'answer','id':'c1',MATCH,'round':1,'choices':[1],'elapsed':-1",
                "'type':'answer','id':'c1',MATCH,'round':1,'elapsed':1",
                "'type':'answer','id':'c1',MATCH,'round':1,'choices':[1],'text':'a','elapsed':1",
                "'type':'answer','id':'c1',MATCH,'round':1,'value':'3,14','elapsed':1",
                "'type':'answer','id':'c1',MATCH,'round':1,'value':'1e999999999','elapsed':1",
                "'type':'answer','id':'c1',MATCH,'round':1,'value':'1234567890123456','elapsed':1",
                "'type':'answer','id':'c1',MATCH,'round':1,'order':[0],'elapsed':1",
                "'type':'answer','id':'c1',MATCH,'round':1,'order':[0,0],'elapsed':1",
                "'type':'answer','id':'c1',MATCH,'round':1,'order':[0,-1],'elapsed':1",
                "'type':'answer','id':'c1',MATCH,'round':1,'text':'','elapsed':1",
                "'type':'answer','id':'c1',MATCH,'round':1,'text':' ','elapsed':1",
                "'type':'answer','id':'c1',MATCH,'round':1,'choices':[1],'elapsed':2147483648",
                "'type':'resume','stream':'team:018f0000-0000-7000-8000-000000000001','epoch':1,'seq':1",
                "'type':'resume','stream':'match:018f0000-0000-7000-8000-000000000001','epoch':-1,'seq':1",
                "'type':'resume','stream':'match:018f0000-0000-7000-8000-000000000001','epoch':1,'seq':-1",
                "'type':'hello','resume':[P,P,P,P,P,P,P,P,P,P,P,P,P,P,P,P,P]",
                "'type':'announce','id':'c1',MATCH,'text':''",
                "'type':'announce','id':'c1',MATCH,'text':' '",
                "'type':'ping'",
                "'type':'renew','id':'c1','token':''",
                "'type':'heartbeat','streams':[P,P,P,P,P,P,P,P,P,P,P,P,P,P,P,P,P]",
            })
    void whatTheServiceCannotReadIsAViolation(String fields) {
        String message = ("{" + fields + "}")
                .replace("P", "{'stream':'match:018f0000-0000-7000-8000-000000000001','epoch':1,'seq':1}")
                .replace("MATCH", MATCH)
                .replace('\'', '"');
        JsonNode tree = ProtocolCodec.tree(message);
        String pointer = AsyncApi.pointerTo("client-" + tree.path("type").asText());

        assertThrows(
                ProtocolCodec.Undecodable.class, () -> ProtocolCodec.decode(message.getBytes(StandardCharsets.UTF_8)));
        assertFalse(DOCUMENT.violations(pointer, tree).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"hello\"}",
                "{\"type\":\"heartbeat\"}",
                "{\"type\":\"join\",\"id\":\"123456789012345678901234567890123456\"," + MATCH + "}",
                "{\"type\":\"answer\",\"id\":\"~!\"," + MATCH
                        + ",\"round\":1,\"choices\":[0,1,2,3,4,5,6,7,8,9,10,11],\"elapsed\":0}",
            })
    void whatLiesOnTheBoundsIsFine(String message) throws ProtocolCodec.Undecodable {
        JsonNode tree = ProtocolCodec.tree(message);

        ProtocolCodec.decode(message.getBytes(StandardCharsets.UTF_8));
        assertTrue(DOCUMENT.violations(
                        AsyncApi.pointerTo("client-" + tree.path("type").asText()), tree)
                .isEmpty());
    }

    private static List<DynamicTest> eachGolden(Check check) {
        return AsyncApi.golden().entrySet().stream()
                .map(golden -> dynamicTest(golden.getKey(), () -> check.of(golden.getKey(), golden.getValue())))
                .toList();
    }

    private interface Check {
        void of(String name, JsonNode golden);
    }
}
