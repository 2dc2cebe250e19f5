package app.vstrivia.api.question.format;

import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.QuestionStatus;
import app.vstrivia.api.question.StoredBody;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;

/** Writes our own JSON, with all that a question has. */
public final class VsTriviaWriter implements QuestionWriter {
    private final JsonWriting json;

    public VsTriviaWriter(OutputStream bytes) throws IOException {
        ObjectNode head = JsonWriting.object();
        head.put("format", VsTriviaReader.FORMAT).put("source", "VS Trivia").put("licence", "as each question says");
        json = new JsonWriting(bytes, head, "questions");
    }

    @Override
    public void write(NewQuestion question) throws Unfit, IOException {
        write(question, null);
    }

    @Override
    public void write(NewQuestion question, QuestionStatus status) throws Unfit, IOException {
        if (question.media() != null && question.media().isInZip()) {
            throw new Unfit("media-not-taken", "its picture or video needs a zip around it");
        }
        writeWithMedia(question, status);
    }

    /**
     * The same for a file that has its pictures beside it.
     *
     * @param status null to say nothing of it
     */
    public void writeWithMedia(NewQuestion question, QuestionStatus status) throws IOException {
        ObjectNode item = item(question);
        putUnlessNull(item, "status", status == null ? null : status.wire());
        json.add(item);
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    private static ObjectNode item(NewQuestion question) {
        ObjectNode item = JsonWriting.object();
        item.put("type", question.kind().wire()).put("text", question.text());
        item.setAll(StoredBody.fields(question.body()));
        putUnlessNull(item, "explanation", question.explanation());
        ArrayNode path = item.putArray("category");
        question.category().path().forEach(path::add);
        ArrayNode tags = item.putArray("tags");
        question.tags().forEach(tags::add);
        item.put("difficulty", question.difficulty().wire()).put("language", question.language());
        if (question.timeLimit() != null) {
            item.put("timeLimit", question.timeLimit());
        }
        MediaRef media = question.media();
        if (media != null) {
            ObjectNode fields = item.putObject("media");
            fields.put("kind", media.kind().wire()).put("reference", media.reference());
            putUnlessNull(fields, "content", media.content());
            putUnlessNull(fields, "alternative", media.caption().alternative());
            putUnlessNull(fields, "licence", media.caption().licence());
            putUnlessNull(fields, "attribution", media.caption().attribution());
        }
        item.put("source", question.provenance().source())
                .put("licence", question.provenance().licence());
        putUnlessNull(item, "attribution", question.provenance().attribution());
        return item;
    }

    private static void putUnlessNull(ObjectNode item, String field, String text) {
        if (text != null) {
            item.put(field, text);
        }
    }
}
