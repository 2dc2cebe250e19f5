package app.vstrivia.model.text;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextMatchTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "São Paulo | sao paulo",
                "Coca-Cola | cocacola",
                "Coca-Cola | coca  cola.",
                "Łódź | lodz",
                "Straße | STRASSE",
                "Ærø | aero",
                "Dvořák | dvorak",
                "Ёлка | елка",
                "Αθήνα | αθηνα",
                "don’t | dont",
                "１２ | 12",
                "3.5 | 3.5"
            })
    void spellingsOfOneAnswerMatch(String accepted, String given) {
        assertTrue(TextMatch.of(List.of(accepted)).matches(given), TextMatch.form(accepted));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"C | C++", "4 | -4", "15 | 1.5", "Paris | Pari", "O+ | O-", "กา | กำ", "50% | 50"})
    void whatMeansSomethingElseDoesNot(String accepted, String given) {
        assertFalse(TextMatch.of(List.of(accepted)).matches(given));
    }

    @Test
    void anyOfTheAcceptedTextsIsRight() {
        TextMatch match = TextMatch.of(List.of("USA", "United States"));

        assertTrue(match.matches("usa"));
        assertTrue(match.matches("united states!"));
        assertFalse(match.matches("united"));
        assertFalse(match.matches(""));
        assertFalse(match.matches(" "));
    }
}
