package app.vstrivia.model.trace;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A span as OTLP has it on the wire (opentelemetry/proto/trace/v1/trace.proto).
 *
 * @param service who made it
 * @param parent empty for none
 * @param links the traces that it points to
 */
public record TestSpan(
        String service,
        String trace,
        String id,
        String parent,
        String name,
        Map<String, String> attributes,
        List<String> links) {

    /** All of an ExportTraceServiceRequest. */
    static List<TestSpan> read(byte[] request) {
        List<TestSpan> spans = new ArrayList<>();
        for (byte[] resource : fields(request, 1)) {
            String service = fields(resource, 1).stream()
                    .map(about -> attributes(about, 1).getOrDefault("service.name", ""))
                    .findFirst()
                    .orElse("");
            for (byte[] scope : fields(resource, 2)) {
                fields(scope, 2).forEach(span -> spans.add(of(service, span)));
            }
        }
        return spans;
    }

    private static Map<String, String> attributes(byte[] message, int field) {
        Map<String, String> attributes = new HashMap<>();
        for (byte[] attribute : fields(message, field)) {
            for (byte[] value : fields(attribute, 2)) {
                attributes.put(text(fields(attribute, 1)), value(value));
            }
        }
        return attributes;
    }

    private static TestSpan of(String service, byte[] span) {
        return new TestSpan(
                service,
                hex(fields(span, 1)),
                hex(fields(span, 2)),
                hex(fields(span, 4)),
                text(fields(span, 5)),
                attributes(span, 9),
                fields(span, 13).stream().map(link -> hex(fields(link, 1))).toList());
    }

    /** A text (field 1) or a number (3). */
    private static String value(byte[] value) {
        List<byte[]> texts = fields(value, 1);
        return texts.isEmpty() ? text(fields(value, 3)) : text(texts);
    }

    private static String text(List<byte[]> field) {
        return field.isEmpty() ? "" : new String(field.get(0), StandardCharsets.UTF_8);
    }

    private static String hex(List<byte[]> field) {
        return field.isEmpty() ? "" : HexFormat.of().formatHex(field.get(0));
    }

    /** The values of a field of a message, in their order; numbers as their decimal texts. */
    private static List<byte[]> fields(byte[] message, int wanted) {
        List<byte[]> values = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(message);
        while (in.hasRemaining()) {
            long key = varint(in);
            byte[] value =
                    switch ((int) (key & 7)) {
                        case 0 -> Long.toString(varint(in)).getBytes(StandardCharsets.US_ASCII);
                        case 1 -> bytes(in, Long.BYTES);
                        case 2 -> bytes(in, (int) varint(in));
                        case 5 -> bytes(in, Integer.BYTES);
                        default -> throw new IllegalArgumentException("no kind of field: " + key);
                    };
            if (key >>> 3 == wanted) {
                values.add(value);
            }
        }
        return values;
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
