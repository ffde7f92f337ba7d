package io.trove.entities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.trove.event.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhereTest {

    private static final Json STATE = Json.parse("""
            {"title": "Moby Dick", "year": 1851, "lent": true, "price": 9.5, "tags": ["sea", 7],
             "author": {"name": "Melville"}}""".getBytes(StandardCharsets.UTF_8));

    @ParameterizedTest
    @CsvSource({
        "where.title, Moby Dick, true",
        "where.title, moby dick, false",
        "where.year, 1851, true",
        "where.year, 1851.0, true",
        "where.lent, true, true",
        "where.author.name, Melville, true",
        "where.nothing, x, false",
        "where.nothing[not], x, true",
        "where.title[not], Moby Dick, false",
        "where.title[contains], Dick, true",
        "where.tags[contains], sea, true",
        "where.tags[contains], 7, true",
        "where.tags[contains], se, false",
        "'where.year[in]', '1,1851', true",
        "where.year[gt], 1851, false",
        "where.year[gte], 1851, true",
        "where.year[lt], 1.9e3, true",
        "where.year[lte], 1850, false",
        "'where.price[between]', '9,9.5', true",
        "'where.title[between]', 'L,N', true",
        "where.lent[gt], 0, false",
        "where.year[gt], many, false",
    })
    void a_member_of_a_state_is_compared_as_what_it_is(String name, String value, boolean holds) {
        assertEquals(holds, Where.of(Map.of(name, List.of(value))).get(0).holds(STATE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"where", "where.", "where.a[like]", "where.a[between]", "where.a]", "where[gt].a"})
    void what_is_no_condition_is_refused(String name) {
        assertThrows(WhereRefused.class, () -> Where.of(Map.of(name, List.of("1"))));
    }
}
