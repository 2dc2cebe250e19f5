package app.vstrivia.api.question.format;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Keeps one item of a list from taking the whole heap: the file is read as a stream, but each item as a tree. */
final class BoundedItem extends JsonParserDelegate {
    private static final int MOST_TOKENS = 5000;
    private static final int LONGEST = 512 * 1024;

    private int left = Integer.MAX_VALUE;
    private long end = Long.MAX_VALUE;

    BoundedItem(JsonParser json) {
        super(json);
    }

    /** The item that begins with the token that was read last; null if it is too large, and then it is passed over. */
    JsonNode item(ObjectMapper mapper) throws IOException {
        int depth = depth();
        left = MOST_TOKENS;
        end = position() + LONGEST;
        try {
            return mapper.readTree(this);
        } catch (TooManyParts e) {
            left = Integer.MAX_VALUE;
            end = Long.MAX_VALUE;
            while (depth() >= depth && nextToken() != null) {
                // the rest of the item
            }
            return null;
        } finally {
            left = Integer.MAX_VALUE;
            end = Long.MAX_VALUE;
        }
    }

    /** In bytes, or in characters where the parser counts those. */
    private long position() {
        JsonLocation here = currentLocation();
        return Math.max(here.getByteOffset(), here.getCharOffset());
    }

    private int depth() {
        return getParsingContext().getNestingDepth();
    }

    @Override
    public JsonToken nextToken() throws IOException {
        if (--left < 0) {
            throw new TooManyParts();
        }
        JsonToken token = super.nextToken();
        if (position() > end) {
            throw new TooManyParts();
        }
        return token;
    }

    private static final class TooManyParts extends RuntimeException {
        TooManyParts() {
            super(null, null, false, false);
        }
    }
}
