package app.vstrivia.api.question.format.gift;

import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.format.Defaults;
import app.vstrivia.api.question.format.HtmlPicture;
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
import app.vstrivia.api.question.format.WebPictures;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads GIFT. Titles are not kept, and feedback to single answers neither, which is noted. One picture with an address of the web
 * may stand in a question of HTML.
 */
public final class GiftReader implements QuestionReader {
    private static final Pattern TITLE = Pattern.compile("(?s)^\\s*::.*?::");

    private final GiftBlocks blocks;
    private final Origin origin;
    private final WebPictures pictures = new WebPictures();

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
    public Optional<String> address(MediaRef media) {
        return pictures.address(media);
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
        Optional<HtmlPicture> picture = GiftText.picture(stem, format);
        String asked =
                picture.isPresent() ? GiftText.beside(picture.get(), repairs) : GiftText.plain(stem, format, repairs);
        RawQuestion question = new RawQuestion(body, asked, origin);
        if (picture.isPresent()) {
            question.media("picture", pictures.reference(picture.get().address()))
                    .mediaCaption(picture.get().alternative(), null, null);
        }
        return question.category(block.category())
                .tags(block.tags())
                .explanation(
                        general < 0 ? null : GiftText.explanation(between.substring(general + 4), format, repairs));
    }
}
