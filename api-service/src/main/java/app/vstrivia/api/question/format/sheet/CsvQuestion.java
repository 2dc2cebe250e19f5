package app.vstrivia.api.question.format.sheet;

import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.QuestionKind;
import app.vstrivia.api.question.format.Origin;
import app.vstrivia.api.question.format.RawBody;
import app.vstrivia.api.question.format.RawQuestion;
import app.vstrivia.api.question.format.Unfit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes a question of a row. */
record CsvQuestion(CsvHeader header, Origin origin) {
    RawQuestion of(List<String> cells) throws Unfit {
        if (cells.size() > header.size()) {
            throw new Unfit(
                    "too-many-cells", "the row has more cells than the header: is a text without quotation marks?");
        }
        List<String> row = cells.stream().map(Formulas::original).toList();
        String media = header.get(CsvColumn.MEDIA, row);
        String kind = header.get(CsvColumn.MEDIA_KIND, row);
        return new RawQuestion(body(row), header.get(CsvColumn.QUESTION, row), origin)
                .explanation(header.get(CsvColumn.EXPLANATION, row))
                .category(split(header.get(CsvColumn.CATEGORY, row), "/"))
                .tags(split(header.get(CsvColumn.TAGS, row), ","))
                .difficulty(header.get(CsvColumn.DIFFICULTY, row))
                .language(header.get(CsvColumn.LANGUAGE, row))
                .timeLimit(header.get(CsvColumn.TIME_LIMIT, row))
                .media(kind.isBlank() ? null : kind.strip(), media)
                .mediaContent(header.get(CsvColumn.MEDIA_CONTENT, row))
                .mediaCaption(
                        header.get(CsvColumn.MEDIA_ALTERNATIVE, row),
                        header.get(CsvColumn.MEDIA_LICENCE, row),
                        header.get(CsvColumn.MEDIA_ATTRIBUTION, row))
                .provenance(
                        header.get(CsvColumn.SOURCE, row),
                        header.get(CsvColumn.LICENCE, row),
                        header.get(CsvColumn.ATTRIBUTION, row));
    }

    private RawBody body(List<String> row) throws Unfit {
        List<String> choices = header.choices(row);
        String correct = header.get(CsvColumn.CORRECT, row).strip();
        QuestionKind kind = kind(row, choices);
        return switch (kind) {
            case SINGLE, MULTIPLE -> new RawBody.Choices(kind, marked(row, choices));
            case BOOLEAN ->
                new RawBody.Choices(kind, marked(row, choices.isEmpty() ? List.of("True", "False") : choices));
            case NUMERIC ->
                new RawBody.Number(header.get(CsvColumn.VALUE, row), header.get(CsvColumn.TOLERANCE, row), scale(row));
            case ORDERING -> new RawBody.Order(choices);
            case TEXT -> new RawBody.Accepted(choices.isEmpty() ? List.of(correct) : choices);
            case POLL -> new RawBody.Poll(choices);
        };
    }

    /** What the row says it is, or else what it looks like. */
    private QuestionKind kind(List<String> row, List<String> choices) throws Unfit {
        String type = header.get(CsvColumn.TYPE, row);
        if (!type.isBlank()) {
            return QuestionKind.of(type)
                    .orElseThrow(() -> new Unfit(
                            "unknown-type",
                            "the types are single, multiple, boolean, numeric, ordering, text and poll"));
        }
        if (!choices.isEmpty()) {
            long right = marked(row, choices).stream().filter(Choice::correct).count();
            return right > 1 ? QuestionKind.MULTIPLE : QuestionKind.SINGLE;
        }
        return header.get(CsvColumn.VALUE, row).isBlank() ? QuestionKind.TEXT : QuestionKind.NUMERIC;
    }

    /** Rows that name their type are written as ours are: by places, if they can be read so. */
    private List<Choice> marked(List<String> row, List<String> choices) throws Unfit {
        String correct = header.get(CsvColumn.CORRECT, row).strip();
        boolean places = !header.get(CsvColumn.TYPE, row).isBlank() && correct.matches("[\\d,]+");
        return places ? CsvChoices.placed(choices, correct) : CsvChoices.marked(choices, correct);
    }

    private RawBody.Scale scale(List<String> row) {
        String min = header.get(CsvColumn.MIN, row);
        return min.isBlank()
                ? null
                : new RawBody.Scale(min, header.get(CsvColumn.MAX, row), header.get(CsvColumn.STEP, row));
    }

    /** A separator that belongs to a text is written twice. */
    private static List<String> split(String text, String separator) {
        return text.isBlank()
                ? List.of()
                : new ArrayList<>(Arrays.asList(
                                text.replace(separator + separator, "\0").split(separator)))
                        .stream()
                                .map(part -> part.replace("\0", separator).strip())
                                .toList();
    }
}
