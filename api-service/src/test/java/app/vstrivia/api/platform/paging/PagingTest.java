package app.vstrivia.api.platform.paging;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.ApiTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ApiTest
class PagingTest {
    private static JsonPath page(String query) {
        return given().get("/v1/categories" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void thePagesTogetherAreTheList() {
        List<String> all = page("").getList("items.id");
        List<String> paged = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = page("?limit=2" + (next.isEmpty() ? "" : "&cursor=" + next));
            assertTrue(page.getList("items").size() <= 2);
            paged.addAll(page.getList("items.id"));
            next = page.getString("next");
        }

        assertTrue(all.size() > 2, all::toString);
        assertEquals(all, paged);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=-1",
                "limit=101",
                "limit=1e2",
                "limit=99999999999",
                "cursor=%21",
                "cursor=AAAA",
                "cursor=_w"
            })
    void whatIsNoLimitAndNoCursorIsInvalid(String query) {
        given().get("/v1/categories?" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid"))
                .body("violations[0].in", equalTo("query"));
    }

    @Test
    void aCursorComesBackAsItWas() {
        Cursor cursor = Cursor.of("Science & Nature \u00e9", "science");

        assertEquals(cursor, Cursor.parse(cursor.text(), 2));
    }
}
