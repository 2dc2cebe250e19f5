package app.vstrivia.api.question.importing;

import app.vstrivia.api.question.Fingerprint;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.format.ParsedItem;
import app.vstrivia.api.question.likeness.Likeness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The questions of one file so far, to find those that are much alike. */
final class FileLikeness {
    /** Trigrams that are remembered, 16 MB: beyond, the bank, which has most of them by then, is looked through alone. */
    private static final int MOST = 2_000_000;

    /** As many as the bank keeps. */
    private static final int MOST_OF_A_KEY = 8;

    private final Map<Long, List<Entry>> byKey = new HashMap<>();
    private int trigrams;

    private record Entry(int line, Likeness likeness) {}

    /** The lines of those that are much like one of the batch, or 0; remembers the batch. */
    Map<Fingerprint, Integer> add(Map<Fingerprint, ParsedItem.Fit> batch) {
        Map<Fingerprint, Integer> alike = new HashMap<>();
        batch.forEach((fingerprint, item) -> {
            NewQuestion question = item.question();
            alike.put(fingerprint, add(item.line(), Likeness.of(question.language(), question.text())));
        });
        return alike;
    }

    /** The line of one that is much alike, or 0; remembers the question. */
    int add(int line, Likeness likeness) {
        int alike = 0;
        double best = Likeness.MUCH;
        boolean room = trigrams < MOST;
        for (long key : likeness.keys()) {
            List<Entry> entries = byKey.getOrDefault(key, List.of());
            for (Entry entry : entries) {
                double similarity = entry.likeness().to(likeness);
                if (entry.likeness() != likeness && similarity >= best) {
                    best = similarity;
                    alike = entry.line();
                }
            }
            if (room && entries.size() < MOST_OF_A_KEY) {
                byKey.computeIfAbsent(key, each -> new ArrayList<>(1)).add(new Entry(line, likeness));
            }
        }
        if (room) {
            trigrams += likeness.trigrams().length;
        }
        return alike;
    }
}
