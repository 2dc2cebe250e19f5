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

    /**
     * Fails where it may mean two things.
     *
     * @param correct places from 1 on or letters, with commas or other signs between; or the text of a choice
     */
    static List<Choice> marked(List<String> choices, String correct) throws Unfit {
        Set<Integer> right = places(choices, correct);
        int named = textOf(choices, correct);
        if (right.contains(-1)) {
            if (named < 0) {
                throw new Unfit("answer-not-among-choices", "what is right is neither a choice nor the place of one");
            }
            return marked(choices, Set.of(named));
        }
        if (named >= 0 && !right.equals(Set.of(named))) {
            throw new Unfit("ambiguous-answer", "what is right is a choice, and the place of another one");
        }
        return marked(choices, right);
    }

    /** @param correct places or letters only */
    static List<Choice> placed(List<String> choices, String correct) throws Unfit {
        Set<Integer> right = places(choices, correct);
        if (right.contains(-1)) {
            throw new Unfit("answer-not-among-choices", "what is right is not the place of a choice");
        }
        return marked(choices, right);
    }

    private static Set<Integer> places(List<String> choices, String correct) {
        Set<Integer> places = new HashSet<>();
        Arrays.stream(correct.split("[,;|/\\s]+"))
                .filter(name -> !name.isEmpty())
                .forEach(name -> places.add(place(name, choices.size())));
        return places;
    }

    private static List<Choice> marked(List<String> choices, Set<Integer> right) {
        List<Choice> marked = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            marked.add(new Choice(choices.get(i), right.contains(i)));
        }
        return marked;
    }

    /** −1 if it is the text of no choice. */
    private static int textOf(List<String> choices, String correct) {
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).strip().equalsIgnoreCase(correct.strip())) {
                return i;
            }
        }
        return -1;
    }

    /** −1 if the name is that of no choice. */
    private static int place(String name, int choices) {
        int place = name.matches("[1-9]\\d?(\\.0)?")
                ? Integer.parseInt(name.replace(".0", "")) - 1
                : name.matches("[A-Za-z]") ? Character.toUpperCase(name.charAt(0)) - 'A' : -1;
        return place < choices ? place : -1;
    }
}
