package app.vstrivia.api.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.vstrivia.api.question.Difficulty;
import app.vstrivia.api.question.QuestionPool;
import app.vstrivia.api.question.lineup.InvalidRecipe;
import app.vstrivia.api.question.lineup.Recipe;
import app.vstrivia.api.question.lineup.RecipePart;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final RecipePart MUSIC = new RecipePart(List.of("music"), List.of(Difficulty.EASY), 4);
    private static final RecipePart FILM = new RecipePart(List.of("film"), null, 2);

    @Test
    void withoutPartsTheyAreWhatTheyAlwaysWere() {
        Settings settings = Settings.defaults();

        assertEquals(
                "{\"categories\":[],\"difficulties\":[\"easy\",\"medium\",\"hard\"],\"count\":10,\"language\":\"en\","
                        + "\"scoring\":\"kahoot\",\"pace\":\"standard\"}",
                settings.toJson());
        assertEquals(new Recipe(null, null, 10, "en"), settings.recipe());
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        Settings settings = parts(null, MUSIC, FILM);

        assertEquals(settings, Settings.parse(settings.toJson()));
        assertEquals(6, settings.count());
        assertEquals(
                new Recipe(List.of(FILM, MUSIC), "en"),
                Settings.parse(settings.toJson()).recipe());
    }

    @Test
    void whoWantsTheSameWritesTheSame() {
        assertEquals(parts(null, MUSIC, FILM).toJson(), parts(6, FILM, MUSIC).toJson());
    }

    @Test
    void onePartIsLikeNone() {
        Settings one = parts(null, MUSIC);

        assertEquals(new Settings(List.of("music"), List.of(Difficulty.EASY), 4, null, null, null, null), one);
        assertFalse(one.toJson().contains("parts"));
    }

    @Test
    void partsAndCategoriesContradictEachOther() {
        assertThrows(
                InvalidRecipe.class,
                () -> new Settings(List.of("music"), null, null, null, null, null, List.of(MUSIC, FILM)));
        assertThrows(InvalidRecipe.class, () -> parts(7, MUSIC, FILM));
    }

    @Test
    void choicesAloneAreWhatNobodyHasToAskFor() {
        Settings asked = types(QuestionPool.CHOICE);

        assertEquals(Settings.defaults().toJson(), asked.toJson());
        assertEquals(Settings.defaults(), asked);
    }

    @Test
    void typesAreKept() {
        Settings settings = types(QuestionPool.POLL, QuestionPool.CHOICE, QuestionPool.POLL);

        assertEquals(types(QuestionPool.CHOICE, QuestionPool.POLL).toJson(), settings.toJson());
        assertEquals(settings, Settings.parse(settings.toJson()));
        assertEquals(
                List.of(QuestionPool.CHOICE, QuestionPool.POLL),
                settings.recipe().types());
    }

    @Test
    void tagsAreWrittenOnlyIfThereAreSome() {
        Settings settings = Settings.parse("{\"tags\":[\"Space \",\"cats\"],\"count\":3}");

        assertEquals(settings, Settings.parse(settings.toJson()));
        assertEquals(List.of("cats", "space"), settings.tags());
        assertEquals(
                new Recipe(List.of(new RecipePart(null, null, 3, List.of("space", "cats"))), "en"), settings.recipe());
        assertFalse(Settings.defaults().toJson().contains("tags"));
    }

    private static Settings types(QuestionPool... types) {
        return new Settings(null, null, null, null, null, null, null, List.of(types));
    }

    private static Settings parts(Integer count, RecipePart... parts) {
        return new Settings(null, null, count, null, null, null, List.of(parts));
    }
}
