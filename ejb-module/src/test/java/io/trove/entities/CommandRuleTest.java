package io.trove.entities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Invalid;
import io.trove.event.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandRuleTest {

    private static final String RULE = "{'entityType': 'box', %s}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'handlers': [{'then': []}], 'when': 'state.open'      | /when
            'handlers': [{'then': []}], 'otherwise': 'No'         | /otherwise
            'handlers': [{'then': []}], 'exclusive': false        | /exclusive
            'handlers': [{'then': [], 'exclusive': 'false'}]      | /handlers/0/exclusive
            'then': [], 'exclusive': 0                            | /exclusive
            'then': [], 'unless': 'true'                          | /unless
            'then': [{'type': 'box.shut', 'entity': {'id': 'b'}}] | /then/0/entity""")
    void what_would_say_nothing_is_refused_where_it_stands(String members, String pointer) {
        Json asked = json(RULE.formatted(members));
        var refused = assertThrows(Invalid.class, () -> CommandRule.asked(asked));
        assertTrue(refused.getMessage().contains(pointer), refused.getMessage());
    }

    @Test
    void what_was_registered_before_that_is_read_as_it_was() {
        var rule = CommandRule.of(
                json(RULE.formatted("'handlers': [{'then': [{'type': 'a', 'x': 1}]}], 'when': 'false'")));
        assertEquals("box", rule.entityType());
        assertEquals(rule.json(), CommandRule.of(rule.json()).json());
    }

    @Test
    void the_first_that_may_wins_and_one_that_is_not_exclusive_lets_the_next_have_a_word() {
        var rule = CommandRule.asked(json(RULE.formatted("""
                'handlers': [
                  {'when': 'command.n > 9', 'then': [{'type': 'a'}], 'otherwise': 'Too few'},
                  {'when': 'command.n > 1', 'then': [{'type': 'b'}], 'exclusive': false},
                  {'when': 'command.n > 2', 'then': [{'type': 'c'}]},
                  {'when': 'command.n > 1', 'then': [{'type': 'd'}], 'otherwise': 'Far too few'}]""")));
        assertEquals("[a]", types(rule, 10));
        assertEquals("[b, c]", types(rule, 3));
        assertEquals("[b, d]", types(rule, 2));
        assertEquals("Too few", types(rule, 1));
    }

    private static String types(CommandRule rule, int n) {
        Handled handled = rule.handle(Json.nul(), json("{'n': " + n + "}"));
        return handled instanceof Handled.Events events
                ? events.events().stream().map(Handled.Event::type).toList().toString()
                : ((Handled.Rejected) handled).reason();
    }

    private static Json json(String text) {
        return Json.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
