package app.vstrivia.api.question.format.gift;

import app.vstrivia.api.question.format.Defaults;
import app.vstrivia.api.question.format.LineReader;
import app.vstrivia.api.question.format.Note;
import app.vstrivia.api.question.format.Origin;
import app.vstrivia.api.question.format.ParsedItem;
import app.vstrivia.api.question.format.QuestionFile;
import app.vstrivia.api.question.format.QuestionReader;
import app.vstrivia.api.question.format.QuestionRules;
import app.vstrivia.api.question.format.RawBody;
import app.vstrivia.api.question.format.RawQuestion;
import app.vstrivia.api.question.format.Unfit;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads GIFT. Titles are not kept, and feedback to single answers neither, which is noted. */
public final class GiftReader implements QuestionReader {
    private static final Pattern TITLE = Pattern.compile("(?s)^\\s*::.*?::");

    private final GiftBlocks blocks;
    private final Origin origin;

    private GiftReader(GiftBlocks blocks, Origin origin) {
        this.blocks = blocks;
        this.origin = origin;
    }

    public static GiftReader open(QuestionFile file, Defaults defaults) throws IOException {
        return new GiftReader(new GiftBlocks(new LineReader(file.open())), Origin.of(defaults));
    }

    @Override
    public ParsedItem next() throws IOException {
        GiftBlock block = blocks.next();
        if (block == null) {
            return null;
        }
        if (block.damage() != null) {
            return new ParsedItem.Refused(block.line(), block.damage(), block.text());
        }
        Set<Note> repairs = new LinkedHashSet<>(block.repairs());
        try {
            return QuestionRules.check(block.line(), raw(block, repairs), repairs);
        } catch (Unfit e) {
            return new ParsedItem.Refused(block.line(), e.note(), block.text());
        }
    }

    @Override
    public void close() throws IOException {
        blocks.close();
    }

    private RawQuestion raw(GiftBlock block, Set<Note> repairs) throws Unfit {
        String text = TITLE.matcher(GiftText.hidden(block.text())).replaceFirst("");
        int open = text.indexOf('{');
        int close = text.indexOf('}');
        if (open < 0 && close < 0) {
            throw new Unfit("description", "a description asks nothing");
        }
        if (open < 0 || close < open) {
            throw new Unfit("malformed-question", "the braces of the answers do not match");
        }
        String before = text.substring(0, open);
        String after = text.substring(close + 1);
        if (after.indexOf('{') >= 0 || after.indexOf('}') >= 0) {
            throw new Unfit("malformed-question", "there is more than one place for answers");
        }
        String format = GiftText.format(text, "moodle");
        String between = text.substring(open + 1, close);
        int general = between.indexOf("####");
        RawBody body = new GiftAnswers(format, repairs).read(general < 0 ? between : between.substring(0, general));
        // what follows the answers makes them a gap in a sentence, as in Moodle
        String stem = after.isBlank() ? before : before + "_____" + after;
        return new RawQuestion(body, GiftText.plain(stem, format, repairs), origin)
                .category(block.category())
                .tags(block.tags())
                .explanation(
                        general < 0 ? null : GiftText.explanation(between.substring(general + 4), format, repairs));
    }
}
