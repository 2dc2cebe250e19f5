package app.vstrivia.api.question.likeness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Which planet has the most moons? | Which planet has the most moons",
                "Which planet has the most moons? | Which planet has most moons?",
                "Who wrote the novel “Moby-Dick”? | Who wrote the novel Moby Dick ?",
                "What is the name of the largest ocean on Earth? | What’s the name of the largest ocean on earth?"
            })
    void rewordedQuestionsAreMuchAlike(String one, String other) {
        assertTrue(of(one).to(of(other)) >= Likeness.MUCH, () -> "" + of(one).to(of(other)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is the capital of France? | What is the capital of Spain?",
                "Who won the World Cup in 1994? | Who won the World Cup in 1998?",
                "Which planet has the most moons? | Which planet is the largest?"
            })
    void otherQuestionsAreNot(String one, String other) {
        assertTrue(of(one).to(of(other)) < Likeness.MUCH, () -> "" + of(one).to(of(other)));
    }

    @Test
    void languagesAreApart() {
        assertEquals(0, Likeness.of("en", "Radio?").to(Likeness.of("de", "Radio?")));
    }

    @Test
    void whatIsMuchAlikeSharesAKeyMostly() {
        Random random = new Random(1);
        int found = 0;
        int alike = 0;
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(60, 'a', 'z').forEach(letter -> text.append((char) (letter % 5 == 0 ? ' ' : letter)));
            Likeness one = of(text.toString());
            int cut = random.nextInt(50);
            Likeness other = of(text.substring(0, cut) + text.substring(cut + 2));
            if (one.to(other) >= Likeness.MUCH) {
                alike++;
                found += Arrays.stream(one.keys())
                                .anyMatch(key -> Arrays.stream(other.keys()).anyMatch(each -> each == key))
                        ? 1
                        : 0;
            }
        }

        assertTrue(alike > 1000 && found > 0.9 * alike, found + " of " + alike);
    }

    private static Likeness of(String text) {
        return Likeness.of("en", text);
    }
}
