package app.vstrivia.api.question.format.sheet;

import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.format.Unfit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which choices of a row are right. */
final class CsvChoices {
    private CsvChoices() {}

    /** @param correct places from 1 on or letters, with commas or other signs between; or the text of a choice */
    static List<Choice> marked(List<String> choices, String correct) throws Unfit {
        Set<Integer> right = new HashSet<>();
        List<String> named = Arrays.stream(correct.split("[,;|/\\s]+"))
                .filter(name -> !name.isEmpty())
                .toList();
        for (String name : named) {
            right.add(place(name, choices.size()));
        }
        if (right.contains(-1)) {
            right = textOf(choices, correct);
        }
        List<Choice> marked = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            marked.add(new Choice(choices.get(i), right.contains(i)));
        }
        return marked;
    }

    private static Set<Integer> textOf(List<String> choices, String correct) throws Unfit {
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).strip().equalsIgnoreCase(correct)) {
                return Set.of(i);
            }
        }
        throw new Unfit("answer-not-among-choices", "what is right is neither a choice nor the place of one");
    }

    /** −1 if the name is that of no choice. */
    private static int place(String name, int choices) {
        int place = name.matches("[1-9]\\d?(\\.0)?")
                ? Integer.parseInt(name.replace(".0", "")) - 1
                : name.matches("[A-Za-z]") ? Character.toUpperCase(name.charAt(0)) - 'A' : -1;
        return place < choices ? place : -1;
    }
}
