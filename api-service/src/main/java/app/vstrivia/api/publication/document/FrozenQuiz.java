package app.vstrivia.api.publication.document;

import app.vstrivia.api.quiz.QuizContent;
import app.vstrivia.api.quiz.QuizSettings;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * All that a quiz was at a revision, with what is right; questions of the bank are in it as they were there. Never for players.
 *
 * @param description null if there is none
 * @param cover names a medium; null if there is none
 */
public record FrozenQuiz(
        UUID quiz,
        int revision,
        String title,
        String description,
        String language,
        UUID cover,
        QuizSettings settings,
        List<FrozenItem> items) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public FrozenQuiz {
        items = List.copyOf(items);
    }

    public static FrozenQuiz of(QuizContent content) {
        return new FrozenQuiz(
                content.id(),
                content.revision(),
                content.title(),
                content.description(),
                content.language(),
                content.cover(),
                content.settings(),
                content.items().stream().map(FrozenItem::of).toList());
    }

    /** The media that are shown of it; those whose references name none are not among them. */
    public Set<UUID> media() {
        Set<UUID> media = new LinkedHashSet<>(questionMedia());
        if (cover != null) {
            media.add(cover);
        }
        return media;
    }

    /** Those of its questions alone, in their order. */
    public Set<UUID> questionMedia() {
        Set<UUID> media = new LinkedHashSet<>();
        items.forEach(item -> item.medium().ifPresent(media::add));
        return media;
    }

    /** The questions of the bank among its own. */
    public Set<UUID> bankQuestions() {
        Set<UUID> questions = new LinkedHashSet<>();
        items.stream().map(FrozenItem::bankQuestion).filter(Objects::nonNull).forEach(questions::add);
        return questions;
    }

    /** The same for the same content, whatever the number of the revision. */
    public byte[] contentHash() {
        FrozenQuiz unnumbered = new FrozenQuiz(quiz, 0, title, description, language, cover, settings, items);
        return ContentHash.of(unnumbered.toJson().getBytes(StandardCharsets.UTF_8));
    }

    /** The same text for equal content. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Reads what {@link #toJson} wrote, also in an older version. */
    public static FrozenQuiz parse(String json) {
        try {
            return JSON.readValue(json, FrozenQuiz.class);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
