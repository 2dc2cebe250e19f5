package app.vstrivia.api.question.format.sheet;

import app.vstrivia.api.question.format.UnreadableFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which column of a table holds what. */
record CsvHeader(int size, Map<CsvColumn, Integer> columns, Map<Integer, Integer> choices) {
    /** @throws UnreadableFile if there is no question among the titles, or one means the same as another */
    static CsvHeader of(List<String> titles) {
        CsvHeader header = new CsvHeader(titles.size(), new EnumMap<>(CsvColumn.class), new TreeMap<>());
        for (int i = 0; i < titles.size(); i++) {
            Optional<CsvColumn> column = CsvColumn.of(titles.get(i));
            Optional<Integer> choice = CsvColumn.choice(titles.get(i));
            Integer before = column.isPresent()
                    ? header.columns.put(column.get(), i)
                    : choice.isPresent() ? header.choices.put(choice.get(), i) : null;
            if (before != null) {
                throw new UnreadableFile(1, "Two columns of the header mean the same.");
            }
        }
        if (!header.columns.containsKey(CsvColumn.QUESTION)) {
            throw new UnreadableFile(1, "The header has no column with the name question.");
        }
        return header;
    }

    /** The cell of that column; empty if there is none. */
    String get(CsvColumn column, List<String> row) {
        Integer place = columns.get(column);
        return place == null || place >= row.size() ? "" : row.get(place);
    }

    /** The choices up to the last one that is not empty. */
    List<String> choices(List<String> row) {
        List<String> texts = new ArrayList<>();
        choices.forEach((choice, place) -> {
            while (texts.size() < choice) {
                texts.add("");
            }
            texts.add(place < row.size() ? row.get(place) : "");
        });
        while (!texts.isEmpty() && texts.get(texts.size() - 1).isBlank()) {
            texts.remove(texts.size() - 1);
        }
        return texts;
    }

    /** The sign that stands most often between the titles. */
    static char delimiter(String line) {
        String between = line.replaceAll("\"[^\"]*\"", "");
        char best = ',';
        for (char sign : new char[] {';', '\t'}) {
            if (count(between, sign) > count(between, best)) {
                best = sign;
            }
        }
        return best;
    }

    private static long count(String text, char sign) {
        return text.chars().filter(each -> each == sign).count();
    }
}
