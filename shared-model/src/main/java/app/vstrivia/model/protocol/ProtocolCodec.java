package app.vstrivia.model.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Encodes and decodes the wire. Unknown fields are ignored, so that newer clients can talk to older servers. */
public final class ProtocolCodec {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();
    private static final ObjectReader CLIENT_MESSAGES = MAPPER.readerFor(ClientMessage.class);
    private static final ObjectWriter SERVER_MESSAGES = MAPPER.writerFor(ServerMessage.class);

    private ProtocolCodec() {}

    /**
     * Reads what a client sent, in UTF-8.
     *
     * @throws Undecodable with the code for the reply; the exception holds nothing of the input
     */
    public static ClientMessage decode(byte[] frame) throws Undecodable {
        ClientMessage plain = PlainReader.read(frame);
        return plain == null ? decodeAny(frame) : plain;
    }

    static ClientMessage decodeAny(byte[] frame) throws Undecodable {
        try {
            ClientMessage message = CLIENT_MESSAGES.readValue(frame);
            if (message == null) {
                throw new Undecodable(ErrorCode.MALFORMED);
            }
            return message;
        } catch (InvalidTypeIdException e) {
            throw new Undecodable(e.getTypeId() == null ? ErrorCode.MALFORMED : ErrorCode.UNKNOWN_TYPE);
        } catch (IOException e) {
            throw new Undecodable(ErrorCode.MALFORMED);
        }
    }

    public static String encode(ServerMessage message) {
        String plain = PlainWriter.write(message);
        return plain == null ? encodeAny(message) : plain;
    }

    static String encodeAny(ServerMessage message) {
        return write(SERVER_MESSAGES, message);
    }

    /** The same in UTF-8. */
    public static byte[] encodeBytes(ServerMessage message) {
        String plain = PlainWriter.write(message);
        if (plain != null) {
            return plain.getBytes(StandardCharsets.ISO_8859_1);
        }
        try {
            return SERVER_MESSAGES.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stored form of an event's data. */
    public static String encodeBody(EventBody body) {
        return write(MAPPER.writer(), body);
    }

    /** The JSON of a part of a message, for messages that are put together of parts that were encoded before. */
    public static String encodePart(Object part) {
        return write(MAPPER.writer(), part);
    }

    /** Reads what {@link #encodePart} wrote; null of null. */
    public static <T> T decodePart(String part, Class<T> type) {
        try {
            return part == null ? null : MAPPER.readValue(part, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the stored form of a match event's data; the kind is the event's. */
    public static <T extends EventBody> T decodeBody(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Any JSON as a tree, for documents and tests. */
    public static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A frame that is no message; carries only the code of the reply. */
    public static final class Undecodable extends Exception {
        private final transient ErrorCode code;

        Undecodable(ErrorCode code) {
            super(code.code(), null, false, false);
            this.code = code;
        }

        public ErrorCode code() {
            return code;
        }
    }
}
