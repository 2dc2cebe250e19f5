package app.vstrivia.api.media.picture.rest;

import app.vstrivia.api.platform.problem.ApiProblem;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.ws.rs.core.Response.Status;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file that stands in {@code {"data": "…"}} as Base64, decoded while it comes: on the disk, never as a text. */
record DecodedFile(Path path) implements Closeable {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String DATA = "data";

    /** @throws ApiProblem {@code malformed} or {@code invalid} if the body is anything else, {@code too-large} if there is more */
    static DecodedFile of(InputStream body) throws IOException {
        DecodedFile file = new DecodedFile(Files.createTempFile("sent", ".picture"));
        try (JsonParser json = JSON.createParser(new BoundedBody(body))) {
            read(json, file.path);
            return file;
        } catch (JsonParseException | IllegalArgumentException broken) { // no JSON, or no Base64
            file.close();
            throw new Malformed();
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    private static void read(JsonParser json, Path file) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT || json.nextToken() != JsonToken.FIELD_NAME) {
            throw new OtherJson("must be an object with data");
        }
        if (!json.currentName().equals(DATA) || json.nextToken() != JsonToken.VALUE_STRING) {
            throw new OtherJson("must be a text in Base64");
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            json.readBinaryValue(out);
        }
        if (json.nextToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
            throw new OtherJson("must be all that there is");
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The body is no JSON, or its text no Base64. */
    static final class Malformed extends ApiProblem {
        Malformed() {
            super(Status.BAD_REQUEST, "malformed", "The body is not JSON with a file in Base64.");
        }
    }

    /** The body is other JSON. */
    static final class OtherJson extends ApiProblem {
        OtherJson(String why) {
            super("invalid", FieldViolation.body(DATA, why));
        }
    }
}
