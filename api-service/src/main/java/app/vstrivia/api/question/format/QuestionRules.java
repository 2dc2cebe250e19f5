package app.vstrivia.api.question.format;

import app.vstrivia.api.question.Difficulty;
import app.vstrivia.api.question.MediaCaption;
import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.QuestionStatus;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a question must be to enter the bank, whatever format it comes from. */
public final class QuestionRules {
    static final int LONGEST_TEXT = 1000;

    private static final int LONGEST_LIMIT = 600;

    private QuestionRules() {}

    /** Checks and cleans {@code raw}; what was repaired before counts among the repairs. */
    public static ParsedItem check(int line, RawQuestion raw, Set<Note> repairs) {
        Set<Note> all = new LinkedHashSet<>(repairs);
        try {
            NewQuestion question = checked(raw, all);
            return new ParsedItem.Fit(line, question, List.copyOf(all), status(raw.status));
        } catch (Unfit e) {
            return new ParsedItem.Refused(line, e.note(), raw.text);
        }
    }

    /**
     * A picture or video that is named by its id, with what is said of it, cleaned by the rules for files.
     *
     * @throws Unfit if the reference is no id, or something is said that cannot be shown
     */
    public static MediaRef media(MediaRef.Kind kind, String reference, MediaCaption caption) throws Unfit {
        RawQuestion raw = new RawQuestion(null, "", null)
                .media(kind.wire(), reference)
                .mediaCaption(caption.alternative(), caption.licence(), caption.attribution());
        MediaRef media = DetailRules.media(raw, new LinkedHashSet<>());
        if (media == null || media.isInZip()) {
            throw new Unfit("bad-media", "a picture or video is named by its id");
        }
        return media;
    }

    private static NewQuestion checked(RawQuestion raw, Set<Note> repairs) throws Unfit {
        String text = CleanText.lines(raw.text, repairs);
        if (text.isEmpty()) {
            throw new Unfit("empty-question", "there is no question text");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new Unfit(
                    "question-too-long", "the question has " + text.length() + " characters, at most " + LONGEST_TEXT);
        }
        return new NewQuestion(
                BodyRules.checked(raw.body, repairs),
                text,
                explanation(raw.explanation, repairs),
                DetailRules.media(raw, repairs),
                DetailRules.category(raw),
                DetailRules.tags(raw.tags, repairs),
                difficulty(raw.difficulty),
                DetailRules.language(raw),
                timeLimit(raw.timeLimit),
                DetailRules.provenance(raw, repairs));
    }

    private static String explanation(String raw, Set<Note> repairs) throws Unfit {
        String text = raw == null ? "" : CleanText.lines(raw, repairs);
        if (text.length() > LONGEST_TEXT) {
            throw new Unfit("explanation-too-long", "the explanation is longer than " + LONGEST_TEXT + " characters");
        }
        return text.isEmpty() ? null : text;
    }

    private static Difficulty difficulty(String raw) throws Unfit {
        if (raw == null || raw.isBlank()) {
            return Difficulty.MEDIUM;
        }
        return Difficulty.of(raw)
                .orElseThrow(() -> new Unfit("unknown-difficulty", "the difficulties are easy, medium and hard"));
    }

    private static QuestionStatus status(String raw) throws Unfit {
        if (raw == null || raw.isBlank()) {
            return null;
        }
        return QuestionStatus.of(raw.strip())
                .orElseThrow(() -> new Unfit("unknown-status", "the statuses are draft, review, approved and retired"));
    }

    /** Whole seconds; spreadsheets write {@code 20.0}. */
    private static Integer timeLimit(String raw) throws Unfit {
        if (raw == null || raw.isBlank()) {
            return null;
        }
        String seconds = raw.strip().replaceFirst("\\.0+$", "");
        if (!seconds.matches("\\d{1,4}")
                || Integer.parseInt(seconds) < 1
                || Integer.parseInt(seconds) > LONGEST_LIMIT) {
            throw new Unfit("bad-time-limit", "the time limit must be 1 to " + LONGEST_LIMIT + " whole seconds");
        }
        return Integer.valueOf(seconds);
    }
}
