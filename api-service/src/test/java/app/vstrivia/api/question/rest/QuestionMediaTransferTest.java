package app.vstrivia.api.question.rest;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.media.TestMedia;
import app.vstrivia.api.media.picture.TestPictures;
import app.vstrivia.api.platform.outbound.PublicAddresses;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.TestPlayer;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusMock;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Questions about pictures and videos on their way in, and out again. */
@ApiTest
class QuestionMediaTransferTest extends QuestionMediaCase {
    @Test
    void ourZipGivesBackQuestionsAndTheirMediaByteByByte() throws IOException {
        byte[] zip = zip(
                Map.of("media/a.png", TestPictures.unique("png"), "media/b.mp4", VIDEO),
                question(
                        "Who is this?",
                        "picture",
                        "media/a.png",
                        "\"alternative\":\"A face\",\"licence\":\"CC BY 4.0\"," + "\"attribution\":\"Photo: Ann\""),
                question("What happens next?", "video", "media/b.mp4", "\"alternative\":\"A goal\""));
        assertEquals(2, report(ada, zip, "language=ya").getInt("added"));
        approveAll("ya");
        Map<String, byte[]> first = unzipped(export("ya"));
        assertEquals(2, report(ada, export("ya"), "language=ya").getInt("duplicates"), "here it is known");

        forget("ya");
        TestPlayer elsewhere = TestPlayer.with("author");
        assertEquals(2, report(elsewhere, zipOf(first), "language=ya").getInt("added"));
        approveAll("ya");
        Map<String, byte[]> second = unzipped(export("ya"));

        assertEquals(3, first.size());
        assertEquals(first.keySet(), second.keySet());
        first.forEach((name, bytes) -> assertArrayEquals(bytes, second.get(name), name));
        assertEquals(2, report(ada, zip, "language=ya").getInt("duplicates"), "as it came at first");
        String video = first.keySet().stream()
                .filter(name -> name.endsWith(".mp4"))
                .findFirst()
                .orElseThrow();
        assertArrayEquals(VIDEO, first.get(video));
    }

    @Test
    void whatIsNoPictureRefusesItsQuestionAndNothingElse() throws IOException {
        byte[] zip = zip(
                Map.of(
                        "media/good.png", TestPictures.unique("png"),
                        "media/text.png", "no picture".getBytes(StandardCharsets.UTF_8),
                        "media/drawing.svg", "<svg onload=\"alert(1)\"/>".getBytes(StandardCharsets.UTF_8),
                        "media/picture.mp4", TestPictures.unique("png")),
                question("One?", "picture", "media/good.png", null),
                question("Two?", "picture", "media/text.png", null),
                question("Three?", "picture", "media/drawing.svg", null),
                question("Four?", "video", "media/picture.mp4", null),
                question("Five?", "picture", "media/absent.png", null),
                question("Six?", "picture", "media/../../etc/passwd", null));

        JsonPath dry = report(ada, zip, "language=ye&dryRun=true");
        assertEquals(0, ada.asks().get("/v1/media").jsonPath().getList("items").size(), "a dry run brings nothing");
        JsonPath report = report(ada, zip, "language=ye");

        assertEquals(1, report.getInt("added"), report::prettify);
        assertEquals(
                List.of(
                        "media-unsupported-type",
                        "media-unsupported-type",
                        "media-unsupported-type",
                        "media-missing",
                        "bad-media"),
                report.getList("findings.code"));
        assertEquals(report.getList("findings"), dry.getList("findings"));
        assertEquals(1, ada.asks().get("/v1/media").jsonPath().getList("items").size());
    }

    @Test
    void nobodyTakesThePictureOfAnother() {
        String medium = TestMedia.picture(TestPlayer.with("author"), TestPictures.unique("png"));

        assertEquals(
                List.of("media-unknown"),
                report(ada, csv(medium), "language=yf").getList("findings.code"));
    }

    @Test
    void whatAnAdminImportsWaitsForItsPictureAndSaysSo() throws IOException {
        byte[] zip = zip(
                Map.of("media/a.png", TestPictures.unique("png")), question("Wait?", "picture", "media/a.png", null));

        JsonPath report = report(admin, zip, "language=yg");

        assertEquals(List.of("media-waits"), report.getList("findings.code"), report::prettify);
        String question = onlyOne("yg", "review");
        assertTrue(admin.asks()
                        .get("/v1/questions/" + question)
                        .jsonPath()
                        .getString("media.reference")
                        .length()
                == 36);
    }

    @Test
    void picturesOfTheWebComeFromAddressesThatTheRuleAllows() throws IOException {
        byte[] file = TestPictures.unique("png");
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            byte[] body = path.equals("/face.png") ? file : "Gone".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(path.equals("/gone.png") ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        web.start();
        try {
            String place = "http\\://127.0.0.1\\:" + web.getAddress().getPort();
            byte[] gift = ("[html]Who is it?<img src\\=\"%s/face.png\" alt\\=\"A face\">{=Ann ~Bob}\n\n"
                            + "[html]Who was it?<img src\\=\"%s/gone.png\">{=Ann ~Bob}\n\n"
                            + "[html]Who is none?<img src\\=\"%s/text.png\">{=Ann ~Bob}\n")
                    .formatted(place, place, place)
                    .getBytes(StandardCharsets.UTF_8);

            assertEquals(
                    List.of("media-not-fetched", "media-not-fetched", "media-not-fetched"),
                    report(ada, gift, "language=yk").getList("findings.code"),
                    "this machine is none that everybody reaches");
            assertEquals(List.of(), asked);
            QuarkusMock.installMockForType(new ThisMachine(), PublicAddresses.class);
            JsonPath report = report(ada, gift, "language=yk");
            assertEquals(1, report.getInt("added"), report::prettify);
            assertEquals(
                    List.of("media-not-fetched", "media-unsupported-type"),
                    report.getList("findings.code").stream().sorted().toList());

            asked.clear();
            assertEquals(1, report(ada, gift, "language=yk").getInt("duplicates"));
            assertEquals(
                    List.of("/gone.png", "/text.png"), asked.stream().sorted().toList());
            String question = onlyOne("yk", "review");
            admin.asks()
                    .get("/v1/questions/" + question)
                    .then()
                    .body("text", equalTo("Who is it?"))
                    .body("media.alternative", equalTo("A face"));
        } finally {
            web.stop(0);
        }
    }

    @Test
    void whatWasAtOneAddressAtDifferentTimesStaysTwoPictures() throws IOException {
        byte[] one = TestPictures.unique("jpg");
        byte[] other = TestPictures.unique("jpg");
        String address = "\"content\":\"" + "ab".repeat(32) + "\""; // as the bank knows what it fetched there
        assertEquals(
                3,
                report(
                                ada,
                                zip(
                                        Map.of("media/one.jpg", one, "media/other.jpg", other),
                                        question("Who is it now?", "picture", "media/one.jpg", address),
                                        question("Who was it then?", "picture", "media/other.jpg", address),
                                        question("And who else?", "picture", "media/one.jpg", address)),
                                "language=yl")
                        .getInt("added"));
        approveAll("yl");

        Map<String, byte[]> files = unzipped(export("yl"));

        List<Map<String, String>> media = JsonPath.from(new String(files.get("manifest.json"), StandardCharsets.UTF_8))
                .getList("questions.media");
        assertEquals(3, files.size(), () -> "" + files.keySet());
        assertEquals(media.get(0), media.get(2));
        assertEquals("media/" + "ab".repeat(32) + ".jpg", media.get(0).get("reference"));
        assertFalse(Arrays.equals(
                files.get(media.get(0).get("reference")), files.get(media.get(1).get("reference"))));
        assertEquals(3, report(ada, export("yl"), "language=yl").getInt("duplicates"));
    }

    @Test
    void whatGotAnotherPictureIsNotAddedAgainAsItWas() {
        String first = TestMedia.picture(ada, TestPictures.unique("png"));
        String second = TestMedia.picture(admin, TestPictures.unique("png"));
        TestMedia.done(ada, first);
        TestMedia.done(admin, second);
        report(ada, csv(first), "language=ym");
        String question = onlyOne("ym", "review");

        media(question, null, second).statusCode(204);
        assertEquals(1, report(ada, csv(first), "language=ym").getInt("duplicates"));
        assertEquals(1, report(admin, csv(second), "language=ym").getInt("duplicates"));
        admin.asks().delete("/v1/questions/" + question + "/media").then().statusCode(204);

        assertEquals(1, report(ada, csv(first), "language=ym").getInt("duplicates"));
        assertEquals(1, report(admin, csv(second), "language=ym").getInt("duplicates"));
        media(question, null, second).statusCode(204);
        assertEquals(1, report(admin, csv(second), "language=ym").getInt("duplicates"));
        onlyOne("ym", "review");
    }

    private static final class ThisMachine extends PublicAddresses {
        @Override
        public boolean allows(InetAddress address, int port) {
            return address.isLoopbackAddress();
        }
    }
}
