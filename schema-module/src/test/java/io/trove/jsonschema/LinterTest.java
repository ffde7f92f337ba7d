package io.trove.jsonschema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinterTest {
    private static final String ORDER =
            "{'type':'object','properties':{'total':{'type':'number'},'currency':{'type':'string'}}}";

    @ParameterizedTest
    @CsvSource({
        "update, vague-name",
        "document.changed, vague-name",
        "document.change, vague-name",
        "event-1, numbered-name",
        "document.event1, numbered-name",
        "order.shipment.partially-sent, state-of-several-words",
        "order.shipment.partiallySent, state-of-several-words"
    })
    void a_name_that_does_not_say_what_happened_is_warned_of(String type, String rule) {
        assertTrue(rules(Linter.ofType(type)).contains(rule), type);
    }

    @Test
    void a_name_without_a_domain_is_warned_of_where_a_schema_is_registered_for_it() {
        assertTrue(rules(Linter.ofSchema("uploaded", Json.of(true), List.of())).contains("no-domain"));
        assertEquals(List.of(), Linter.ofType("uploaded"));
    }

    @ParameterizedTest
    @CsvSource({"document.uploaded", "order.shipment.sent", "customer.address-corrected"})
    void a_name_that_says_it_is_not(String type) {
        assertEquals(List.of(), Linter.ofType(type));
    }

    @Test
    void a_good_schema_with_an_example_of_all_it_has_gets_no_warning() {
        assertEquals(
                List.of(), Linter.ofSchema("order.placed", json(ORDER), List.of(json("{'total':3,'currency':'EUR'}"))));
    }

    @Test
    void what_no_example_shows_is_pointed_at() {
        List<Warning> warnings = Linter.ofSchema("order.placed", json(ORDER), List.of(json("{'total':3}")));
        assertEquals(List.of("unshown-property"), rules(warnings));
        assertEquals("/properties/currency", warnings.get(0).pointer());
        assertEquals(List.of("no-examples"), rules(Linter.ofSchema("order.placed", json(ORDER), List.of())));
    }

    @Test
    void items_are_shown_by_the_items_of_examples() {
        Json lines = json("{'type':'object','properties':{'id':{'type':'string'},'lines':{'type':'array','items':"
                + "{'type':'object','properties':{'sku':{'type':'string'},'count':{'type':'integer'}}}}}}");
        List<Warning> warnings =
                Linter.ofSchema("order.placed", lines, List.of(json("{'id':'1','lines':[{'sku':'x'}]}")));
        assertEquals("/properties/lines/items/properties/count", warnings.get(0).pointer());
    }

    @Test
    void a_schema_without_a_type_is_warned_of_where_it_stands() {
        Json schema = json("{'properties':{'a':{'minLength':1},'b':{'enum':[1]}}}");
        List<Warning> warnings = Linter.ofSchema("order.placed", schema, List.of(json("{'a':'x','b':1}")));
        assertEquals(List.of("no-type", "no-type"), rules(warnings));
        assertEquals(
                List.of("", "/properties/a"),
                warnings.stream().map(Warning::pointer).toList());
    }

    @Test
    void events_that_say_too_little_or_all_are_warned_of() {
        Json one = json("{'type':'object','properties':{'total':{'type':'number'}}}");
        assertEquals(List.of("too-fine"), rules(Linter.ofSchema("order.priced", one, List.of(json("{'total':1}")))));
        Json whole = json("{'type':'object','properties':{'order':{'type':'object'},'by':{'type':'string'}}}");
        List<Warning> warnings = Linter.ofSchema("order.priced", whole, List.of(json("{'order':{},'by':'x'}")));
        assertEquals(List.of("too-coarse"), rules(warnings));
        assertEquals("/properties/order", warnings.get(0).pointer());
    }

    @Test
    void details_without_a_version_are_warned_of_where_a_schema_is_registered() {
        assertEquals(List.of("unversioned-details"), rules(Linter.ofEvent("common", false, true)));
        assertEquals(List.of(), Linter.ofEvent("common", true, true));
        assertEquals(List.of(), Linter.ofEvent("common", false, false));
        assertEquals(List.of(), Linter.ofEvent("trove", false, true));
    }

    private static List<String> rules(List<Warning> warnings) {
        return warnings.stream().map(Warning::rule).toList();
    }

    private static Json json(String text) {
        return Json.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
