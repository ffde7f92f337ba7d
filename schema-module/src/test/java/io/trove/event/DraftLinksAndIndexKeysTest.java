package io.trove.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DraftLinksAndIndexKeysTest {

    @Test
    void links_are_read_with_and_without_a_version() {
        Draft draft = draft("{'type':'a','links':[{'type':'parent','targetEvent':{'id':'x','version':2},'metadata':{}},"
                + "{'type':'seen by','targetEvent':{'id':'y'}}]}");
        assertEquals(
                List.of(
                        new Link("parent", "x", OptionalInt.of(2), Optional.of(json("{}"))),
                        new Link("seen by", "y", OptionalInt.empty(), Optional.empty())),
                draft.links());
    }

    @Test
    void index_keys_are_names_and_values() {
        assertEquals(
                List.of(key("author", "'Jane'"), key("n", "1"), key("n", "true"), key("n", "2.5")),
                draft("{'type':'a','indexBy':{'author':'Jane','n':[1,true,2.5,1]}}")
                        .indexKeys());
    }

    @Test
    void index_keys_are_names_of_payload_properties() {
        assertEquals(
                List.of(key("author.name", "'Jane'"), key("tags", "'x'"), key("tags", "'y'"), key("a.b", "3")),
                draft("{'type':'a','payload':{'author':{'name':'Jane'},'tags':['x','y'],'a.b':3,'a':{'b':4}},"
                                + "'indexBy':['author.name','tags','a.b']}")
                        .indexKeys());
    }

    @Test
    void the_values_under_a_name_are_those_of_all_that_have_it() {
        for (String event : List.of(
                "{'indexBy':{'author':'Jane','n':[1,true,2.5,1],'none':[]}}",
                "{'payload':{'author':{'name':'Jane'},'tags':['x','y'],'a.b':3,'a':{'b':4}},'indexBy':['author.name','tags','a.b']}",
                "{'payload':{'author':'Jane'}}")) {
            Json document = json(event);
            for (String name : List.of("author", "n", "none", "author.name", "tags", "a.b", "a")) {
                assertEquals(
                        IndexKey.all(document).stream()
                                .filter(key -> key.name().equals(name))
                                .map(IndexKey::value)
                                .toList(),
                        IndexKey.values(document.member("indexBy"), () -> document.member("payload"), name).stream()
                                .distinct()
                                .toList(),
                        event + name);
            }
        }
    }

    @Test
    void the_text_of_an_index_value_is_its_own() {
        assertEquals("Jane", key("a", "'Jane'").text());
        assertEquals("100", key("a", "1e2").text());
        assertEquals("true", key("a", "true").text());
    }

    private static IndexKey key(String name, String value) {
        return new IndexKey(name, json(value));
    }

    private static Draft draft(String event) {
        return Draft.of(json(event));
    }

    /** JSON with single quotes, so that it can be read here. */
    private static Json json(String text) {
        return Json.parse(text.replace('\'', '"').getBytes(UTF_8));
    }
}
