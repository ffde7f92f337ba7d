package io.trove.jsonschema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSchemaTest {

    @Test
    void every_violation_says_where_what_was_got_and_what_was_wanted() {
        JsonSchema schema = schema("""
                {"type": "object", "required": ["title", "author"],
                 "properties": {"title": {"type": "string", "minLength": 3}, "pages": {"type": "integer", "minimum": 1}},
                 "additionalProperties": false}""");
        assertEquals(
                Set.of(
                        new Violation(
                                "", "required", "#/required", "an object without \"author\"", "the member \"author\""),
                        new Violation(
                                "/title",
                                "minLength",
                                "#/properties/title/minLength",
                                "a string of 2",
                                "at least 3 characters"),
                        new Violation("/pages", "type", "#/properties/pages/type", "a string (\"7\")", "an integer"),
                        new Violation(
                                "",
                                "additionalProperties",
                                "#/additionalProperties",
                                "an object with \"x~/y\"",
                                "no member of another name than the schema's")),
                Set.copyOf(schema.violations(json("{\"title\": \"ab\", \"pages\": \"7\", \"x~/y\": 1}"))));
    }

    @Test
    void a_pointer_is_escaped_as_a_json_pointer_is() {
        JsonSchema schema = schema("{\"additionalProperties\": {\"type\": \"null\"}}");
        assertEquals(
                "/a~1b~0c/0",
                schema("{\"additionalProperties\": {\"items\": {\"type\": \"null\"}}}")
                        .violations(json("{\"a/b~c\": [1]}"))
                        .get(0)
                        .pointer());
        assertTrue(schema.accepts(json("{\"a/b~c\": null}")));
    }

    @Test
    void without_a_dialect_it_is_2020_12() {
        assertFalse(schema("{\"prefixItems\": [{\"type\": \"string\"}]}").accepts(json("[1]")));
    }

    @ParameterizedTest
    @CsvSource({
        "http://json-schema.org/draft-07/schema#, true",
        "http://json-schema.org/draft-07/schema, true",
        "https://json-schema.org/draft/2019-09/schema, false",
        "https://json-schema.org/draft/2020-12/schema, false"
    })
    void the_dialect_decides_what_a_keyword_means(String dialect, boolean refHidesWhatIsBesideIt) {
        JsonSchema schema = schema("""
                {"$schema": "%s", "$ref": "#/definitions/any", "type": "string", "definitions": {"any": true}}""".formatted(dialect));
        assertEquals(refHidesWhatIsBesideIt, schema.accepts(Json.of(1)));
    }

    @Test
    void a_format_is_asserted() {
        assertFalse(schema("{\"format\": \"date\"}").accepts(Json.of("yesterday")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e300", "1e21", "12345678901234567000", "123456789012345.5", "-1e300"})
    void a_huge_number_is_compared_with_what_an_integer_may_be(String number) {
        JsonSchema schema = schema("{\"type\": \"integer\", \"minimum\": 1}");
        assertEquals(!number.contains(".") && !number.startsWith("-"), schema.accepts(json(number)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"text\"}",
                "{\"minimum\": \"1\"}",
                "{\"$schema\": \"http://json-schema.org/draft-03/schema#\"}",
                "{\"$schema\": 7}",
                "{\"pattern\": \"(\"}",
                "{\"pattern\": \"^(?=a)\"}",
                "{\"properties\": {\"a\": {\"pattern\": \"(a)\\\\1\"}}}",
                "{\"$ref\": \"#/$defs/absent\"}",
                "{\"$ref\": \"trove:schema/absent/1\"}",
                "{\"$ref\": \"https://example.org/schema.json\"}",
                "{\"$ref\": \"file:///etc/passwd\"}",
                "{\"$ref\": \"classpath:draft-07/schema\"}",
                "[]",
                "7"
            })
    void what_is_no_schema_is_refused(String document) {
        assertThrows(SchemaRefused.class, () -> schema(document));
    }

    @Test
    void a_refused_schema_says_where_its_meta_schema_is_violated() {
        SchemaRefused refused =
                assertThrows(SchemaRefused.class, () -> schema("{\"properties\": {\"a\": {\"minimum\": \"1\"}}}"));
        assertEquals(
                List.of("/properties/a/minimum"),
                refused.violations().stream().map(Violation::pointer).toList());
    }

    @Test
    void another_schema_is_what_the_references_say() {
        Json text = json("{\"$defs\": {\"short\": {\"maxLength\": 2}}, \"type\": \"string\"}");
        References references = uri -> Optional.of(text).filter(any -> uri.equals("trove:schema/text/1.0"));
        JsonSchema schema = JsonSchema.of(
                json(
                        "{\"items\": {\"allOf\": [{\"$ref\": \"trove:schema/text/1.0\"}, {\"$ref\": \"trove:schema/text/1.0#/$defs/short\"}]}}"),
                references);
        assertTrue(schema.accepts(json("[\"ab\"]")));
        assertEquals(
                List.of("trove:schema/text/1.0#/type", "trove:schema/text/1.0#/$defs/short/maxLength"),
                schema.violations(json("[1, \"abc\"]")).stream()
                        .map(Violation::schemaLocation)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'properties': {'a': %s}}",
                "{'patternProperties': {'a': %s}}",
                "{'additionalProperties': %s}",
                "{'unevaluatedProperties': %s}",
                "{'propertyNames': %s}",
                "{'dependentSchemas': {'a': %s}}",
                "{'items': %s}",
                "{'unevaluatedItems': %s}",
                "{'contains': %s}",
                "{'not': %s}",
                "{'if': %s, 'then': true}",
                "{'$defs': {'a': %s}, '$ref': '#/$defs/a'}",
                "%s"
            })
    void a_reference_that_leads_nowhere_is_refused_wherever_it_is(String place) {
        for (String keyword : List.of("$ref", "$dynamicRef")) {
            for (String nowhere : List.of(
                    "#/$defs/none", "#none", "trove:schema/none/1", "http://localhost:1/x", "other", "#/type")) {
                String schema = place.replace('\'', '"').formatted("{\"%s\": \"%s\"}".formatted(keyword, nowhere));
                assertThrows(SchemaRefused.class, () -> schema(schema), schema);
            }
        }
    }

    @Test
    void a_recursive_reference_leads_to_the_whole_schema_or_is_refused() {
        String schema =
                "{\"$schema\": \"https://json-schema.org/draft/2019-09/schema\", \"items\": {\"$recursiveRef\": \"%s\"}}";
        assertTrue(schema(schema.formatted("#")).accepts(json("[[1]]")));
        assertThrows(SchemaRefused.class, () -> schema(schema.formatted("#none")));
    }

    @Test
    void what_a_schema_refers_to_is_found_anywhere_in_it() {
        assertEquals(Set.of("trove:schema/a/1", "trove:schema/b%2Fc/2"), JsonSchema.references(json("""
                        {"items": {"$ref": "trove:schema/a/1"}, "$ref": "#/$defs/x",
                         "$defs": {"x": {"anyOf": [{"$ref": "trove:schema/b%2Fc/2#/y"}]}}}""")));
    }

    @Test
    void validation_changes_nothing() {
        JsonSchema schema = schema("{\"properties\": {\"a\": {\"default\": 1}}, \"additionalProperties\": false}");
        Json value = Json.object(Map.of("b", 2));
        assertFalse(schema.accepts(value));
        assertEquals("{\"b\":2}", value.toString());
    }

    private static JsonSchema schema(String text) {
        return JsonSchema.of(json(text), References.none());
    }

    private static Json json(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
