package app.vstrivia.api.platform.bodysize;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/**
 * Bounds JSON while it is read: what is small in bytes can still be deep, or be an array of half a million zeros. Imports have
 * a reader of their own.
 */
@Singleton
class JsonBounds implements ObjectMapperCustomizer {
    static final int DEPTH = 32;

    /** Names, values and brackets altogether: this bounds arrays, wherever they are. */
    static final int TOKENS = 20_000;

    /** Of one text, in characters. */
    static final int TEXT = 65_536;

    static final int NAME = 200;
    static final int DIGITS = 40;

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH)
                        .maxTokenCount(TOKENS)
                        .maxStringLength(TEXT)
                        .maxNameLength(NAME)
                        .maxNumberLength(DIGITS)
                        .build());
    }
}
