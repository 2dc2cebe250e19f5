package app.vstrivia.api.question.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a list of texts must be that are sorted, accepted or voted for. */
final class ListRules {
    static final int MOST = 10;

    private static final Note REPEATED = new Note("duplicate-choice", "a text that was there twice was dropped");

    private ListRules() {}

    /** Items in order: dropping one that is there twice would guess which place is the right one. */
    static List<String> order(List<String> raw, Set<Note> repairs) throws Unfit {
        List<String> items = clean(raw, repairs);
        if (new LinkedHashSet<>(items).size() != items.size()) {
            throw new Unfit("duplicate-item", "an item of the order is there twice");
        }
        return counted(items, 2);
    }

    static List<String> accepted(List<String> raw, Set<Note> repairs) throws Unfit {
        return counted(distinct(clean(raw, repairs), repairs), 1);
    }

    static List<String> options(List<String> raw, Set<Note> repairs) throws Unfit {
        List<String> options = counted(distinct(clean(raw, repairs), repairs), 2);
        if (options.size() > ChoiceRules.MOST) {
            throw new Unfit("too-many-choices", "there are more than " + ChoiceRules.MOST + " choices");
        }
        return options;
    }

    private static List<String> clean(List<String> raw, Set<Note> repairs) throws Unfit {
        List<String> clean = new ArrayList<>();
        for (String text : raw) {
            String line = CleanText.line(text, repairs);
            if (line.isEmpty()) {
                throw new Unfit("empty-choice", "one of the texts is empty");
            }
            if (line.length() > ChoiceRules.LONGEST) {
                throw new Unfit(
                        "choice-too-long",
                        "a text has " + line.length() + " characters, at most " + ChoiceRules.LONGEST);
            }
            clean.add(line);
        }
        return clean;
    }

    private static List<String> distinct(List<String> texts, Set<Note> repairs) {
        List<String> distinct = List.copyOf(new LinkedHashSet<>(texts));
        if (distinct.size() != texts.size()) {
            repairs.add(REPEATED);
        }
        return distinct;
    }

    private static List<String> counted(List<String> texts, int least) throws Unfit {
        if (texts.size() < least) {
            throw new Unfit("choices-missing", "there are fewer than " + least + " texts");
        }
        if (texts.size() > MOST) {
            throw new Unfit("too-many-choices", "there are more than " + MOST + " texts");
        }
        return texts;
    }
}
