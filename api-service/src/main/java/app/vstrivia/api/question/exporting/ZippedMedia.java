package app.vstrivia.api.question.exporting;

import app.vstrivia.api.media.MediaContents;
import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.format.MediaFiles;
import app.vstrivia.api.question.format.Unfit;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The pictures and videos that go along with one zip, each once, under the content that it is known by. */
final class ZippedMedia implements MediaFiles {
    private final MediaContents contents;
    private final Map<String, UUID> media = new HashMap<>();

    ZippedMedia(MediaContents contents) {
        this.contents = contents;
    }

    /**
     * The question as the zip has it.
     *
     * @throws Unfit if not everybody may see its picture: an export tells nobody else of it
     */
    NewQuestion zipped(NewQuestion question) throws Unfit {
        MediaRef known = question.media();
        if (known == null) {
            return question;
        }
        UUID medium = UUID.fromString(known.reference());
        String extension = contents.extension(medium)
                .orElseThrow(() -> new Unfit("media-not-approved", "its picture or video is not there for everybody"));
        String name = "media/" + known.content() + "." + extension;
        media.putIfAbsent(name, medium);
        return question.with(known.at(name));
    }

    @Override
    public Optional<InputStream> open(MediaRef file) {
        return Optional.ofNullable(media.get(file.reference())).flatMap(contents::open);
    }
}
