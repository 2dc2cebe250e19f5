package app.vstrivia.api.question.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;

/** Keeps one item of a list from taking the whole heap: the file is read as a stream, but each item as a tree. */
final class BoundedItem extends JsonParserDelegate {
    private static final int MOST_TOKENS = 5000;

    private int left;

    BoundedItem(JsonParser json) {
        super(json);
    }

    void begin() {
        left = MOST_TOKENS;
    }

    @Override
    public JsonToken nextToken() throws IOException {
        if (--left < 0) {
            int line = currentTokenLocation().getLineNr();
            throw new UnreadableFile(line, "The item at line " + line + " has too many parts for a question.");
        }
        return super.nextToken();
    }
}
