package app.vstrivia.api.question.format;

import app.vstrivia.api.question.CategoryTag;
import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.Difficulty;
import app.vstrivia.api.question.MediaCaption;
import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.Provenance;
import app.vstrivia.api.question.QuestionBody;
import app.vstrivia.api.question.QuestionKind;
import app.vstrivia.api.question.Slider;
import app.vstrivia.model.text.Decimal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Questions of all kinds whose texts are made of what formats trip over. */
final class RandomQuestions {
    private static final String[] PARTS = {
        "word",
        "Ünï",
        "日本",
        "😀",
        "=1+1",
        "=",
        "-",
        "-5",
        "+",
        "@SUM(A1)",
        "'",
        "''",
        "\"",
        ",",
        ";",
        "{",
        "}",
        "{T}",
        "~",
        "#",
        "####",
        ":",
        "::",
        "\\",
        "\\n",
        "\\*",
        "*",
        "//",
        "/",
        "->",
        "%50%",
        "100%",
        "[html]",
        "[tag:x]",
        "<b>",
        "&amp;",
        "&",
        "<!--",
        "]]>",
        "_____",
        "\n",
        "$CATEGORY: x",
        "ANSWER: A",
        "A) ",
        "B. ",
        "\t",
        "TRUE",
        "1",
        "1,2",
        "|",
        "`",
        "ﬁ",
        "e\u0301",
        "%41",
        "a+b",
        "sep=;",
        "null",
        "<img src=\"x\">",
        "_x0041_"
    };

    private final Random random;

    RandomQuestions(long seed) {
        random = new Random(seed);
    }

    NewQuestion next() {
        QuestionKind kind = QuestionKind.values()[random.nextInt(QuestionKind.values().length)];
        Set<String> tags = new LinkedHashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            tags.add(line(3).toLowerCase(Locale.ROOT));
        }
        return new NewQuestion(
                body(kind),
                text(8),
                random.nextBoolean() ? text(6) : null,
                media(),
                category(),
                List.copyOf(tags),
                Difficulty.values()[random.nextInt(3)],
                random.nextBoolean() ? "en" : "pt-br",
                random.nextBoolean() ? 1 + random.nextInt(600) : null,
                new Provenance(line(2), line(2), random.nextBoolean() ? line(4) : null));
    }

    private QuestionBody body(QuestionKind kind) {
        return switch (kind) {
            case SINGLE -> {
                List<String> texts = lines(2 + random.nextInt(5));
                int right = random.nextInt(texts.size());
                yield new QuestionBody.Single(choices(texts, Set.of(right)));
            }
            case MULTIPLE -> {
                List<String> texts = lines(2 + random.nextInt(5));
                Set<Integer> right = new HashSet<>(Set.of(random.nextInt(texts.size())));
                right.add(random.nextInt(texts.size()));
                yield new QuestionBody.Multiple(choices(texts, right));
            }
            case BOOLEAN -> new QuestionBody.TrueFalse(random.nextBoolean());
            case NUMERIC -> {
                BigDecimal value = Decimal.of(String.valueOf(random.nextInt(2_000_000) - 1_000_000))
                        .movePointLeft(random.nextInt(8));
                BigDecimal tolerance = BigDecimal.valueOf(random.nextInt(1000), random.nextInt(5));
                Slider slider = random.nextBoolean()
                        ? null
                        : new Slider(value.subtract(BigDecimal.TEN), value.add(BigDecimal.TEN), new BigDecimal("0.5"));
                yield new QuestionBody.Numeric(value, tolerance, slider);
            }
            case ORDERING -> new QuestionBody.Ordering(lines(2 + random.nextInt(9)));
            case TEXT -> new QuestionBody.Text(lines(1 + random.nextInt(10)));
            case POLL -> new QuestionBody.Poll(lines(2 + random.nextInt(5)));
        };
    }

    private static List<Choice> choices(List<String> texts, Set<Integer> right) {
        List<Choice> choices = new ArrayList<>();
        for (String text : texts) {
            choices.add(new Choice(text, right.contains(choices.size())));
        }
        return choices;
    }

    private MediaRef media() {
        return switch (random.nextInt(8)) {
            case 0 -> new MediaRef(MediaRef.Kind.PICTURE, "media/" + random.nextInt(5) + ".png");
            case 1 -> new MediaRef(MediaRef.Kind.VIDEO, "018f0000-0000-7000-8000-00000000000" + random.nextInt(10));
            case 2 ->
                new MediaRef(
                        MediaRef.Kind.PICTURE,
                        random.nextBoolean() ? "media/two.jpg" : "018f0000-0000-7000-8000-000000000001",
                        String.valueOf(random.nextInt(10)).repeat(64),
                        new MediaCaption(line(2), line(1), line(2)));
            default -> null;
        };
    }

    private CategoryTag category() {
        List<String> path = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            path.add("level" + i + " " + line(2));
        }
        return CategoryTag.path(path);
    }

    private List<String> lines(int count) {
        Set<String> lines = new LinkedHashSet<>();
        while (lines.size() < count) {
            lines.add(line(4));
        }
        return List.copyOf(lines);
    }

    private String line(int parts) {
        return text(parts).replace('\n', ' ');
    }

    /** As the bank has texts: clean, and not empty. */
    private String text(int parts) {
        while (true) {
            StringBuilder text = new StringBuilder();
            for (int i = 1 + random.nextInt(parts); i > 0; i--) {
                text.append(PARTS[random.nextInt(PARTS.length)]).append(random.nextInt(3) == 0 ? " " : "");
            }
            try {
                String clean = CleanText.lines(text.toString(), new HashSet<>());
                if (!clean.isEmpty()) {
                    return clean;
                }
            } catch (Unfit e) {
                throw new AssertionError(e);
            }
        }
    }
}
