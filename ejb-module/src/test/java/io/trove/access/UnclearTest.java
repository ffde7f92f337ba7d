package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.trove.event.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What would show more, or hide less, than it seems to is refused where it is asked for, and read where it was recorded. */
class UnclearTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"sees": []}                                                              | /sees
            {"sees": [{}]}                                                            | /sees/0
            {"sees": [{"where": []}]}                                                 | /sees/0
            {"sees": [{"types": []}]}                                                 | /sees/0/types
            {"never": [{"types": [], "where": [{"field": "actor", "eq": "x"}]}]}      | /never/0/types
            {"never": [{"types": ["*"]}]}                                             | /never/0/types/0
            {"never": [{"types": [".*"]}]}                                            | /never/0/types/0
            {"never": [{"types": ["a", "secret*"]}]}                                  | /never/0/types/1
            {"never": [{"types": ["*.secret"]}]}                                      | /never/0/types/0
            {"sees": [{"where": [{"field": "actor", "neq": []}]}]}                    | /sees/0/where/0/neq
            {"never": [{"where": [{"field": "actor", "in": ["principal.id"]}]}]}      | /never/0/where/0/in/0
            {"masks": [{}]}                                                           | /masks/0
            {"masks": [{"hide": []}]}                                                 | /masks/0
            {"masks": [{"hide": ["/payload/x"], "to": "x"}]}                          | /masks/0/to
            {"masks": [{"types": ["pay*"], "hide": ["/payload/x"]}]}                  | /masks/0/types/0""")
    void is_refused_by_name_when_it_is_asked_for(String role, String pointer) {
        Form form = form(role);
        assertDoesNotThrow(() -> Role.read("clerk", form));
        Invalid refused = assertThrows(Invalid.class, () -> Unclear.refuse(form));
        assertEquals(pointer, refused.facts().get("pointer"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"permissions\": [], \"never\": [], \"masks\": []}",
                "{\"sees\": [{\"types\": [\"session.*\", \"a\"], \"where\": []}]}",
                "{\"sees\": [{\"where\": [{\"field\": \"actor\", \"in\": [{\"text\": \"principal.id\"}, 7]}]}]}",
                "{\"sees\": [{\"where\": [{\"field\": \"index.a\", \"eq\": \"principal.attributes.a\"}]}]}",
                "{\"masks\": [{\"types\": [\"a.*\"], \"redact\": [\"/payload/*/x\"], \"to\": \"-\"}]}"
            })
    void what_says_what_it_means_is_let_in(String role) {
        assertDoesNotThrow(() -> Unclear.refuse(form(role)));
    }

    private static Form form(String json) {
        return Form.of(Json.parse(json.getBytes(StandardCharsets.UTF_8)));
    }
}
