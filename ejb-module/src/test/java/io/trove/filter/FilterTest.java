package io.trove.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {

    private static final Json UPLOADED = json("""
            {"type": "document.uploaded", "createdAt": "2024-03-15T10:30:00Z", "recordedAt": "2024-03-15T10:30:01.000000Z",
             "entity": {"type": "document", "id": "doc-1", "version": 1}, "actor": {"type": "user", "id": "jane"},
             "payload": {"pages": 120, "draft": false, "tags": ["finance", 2024], "by": {"name": "Jane"}, "a.b": "c", "gone": null},
             "indexBy": ["pages", "by.name", "tags"],
             "links": [{"type": "parent", "targetEvent": {"id": "evt_1", "version": 2}}]}""");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type=document.uploaded",
                "type=document.*",
                "type=other|document.uploaded",
                "entityId=doc-1",
                "since=2024-03-15T10:30:00Z",
                "since=1710498600000",
                "until=2024-03-15T10:30:00.000001Z",
                "recordedSince=2024-03-15T11:30:01+01:00",
                "after=6",
                "before=8",
                "index.pages=120",
                "index.tags=2024",
                "index.by.name=Jane",
                "links.parent=evt_1",
                "payload.draft=false",
                "payload.tags=finance",
                "payload.by.name=Jane",
                "payload.a.b=c"
            })
    void what_an_event_says_finds_it(String parameter) {
        assertTrue(filter(parameter).matches(7, UPLOADED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type=document",
                "type=doc.*",
                "entityId=DOC-1",
                "module=billing",
                "since=2024-03-15T10:30:00.000001Z",
                "until=2024-03-15T10:30:00Z",
                "recordedUntil=2024-03-15T10:30:01Z",
                "after=7",
                "before=7",
                "index.pages=120.0",
                "index.draft=false",
                "links.child=evt_1",
                "payload.by=Jane",
                "payload.gone=null",
                "payload.missing=1"
            })
    void what_it_does_not_say_does_not(String parameter) {
        assertFalse(filter(parameter).matches(7, UPLOADED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"links.supersedes=e", "links.cause=c", "links.trace=p"})
    void links_that_are_made_by_themselves_find_it_too(String parameter) {
        Json second = json("""
                {"id": {"id": "e", "version": 2}, "type": "a.b",
                 "cause": {"commandId": "c"}, "trace": {"parentEventId": "p"}}""");
        Json first = json("""
                {"id": {"id": "e", "version": 1}, "type": "a.b"}""");
        assertTrue(filter(parameter).matches(7, second));
        assertFalse(filter(parameter).matches(7, first));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"payload\": {\"pages\": 120}} | true",
                "{\"payload\": {\"pages\": \"120\"}} | false",
                "{\"payload\": {\"gone\": null}} | true",
                "{\"index\": {\"tags\": [\"x\", 2024]}} | true",
                "{\"type\": [\"session.*\", \"document.*\"], \"before\": 8} | true",
                "{\"since\": 1710498600001} | false"
            })
    void a_filter_as_json_compares_values_as_json(String filter, boolean isMeant) {
        assertEquals(isMeant, Filter.of(json(filter)).matches(7, UPLOADED));
    }

    @Test
    void filters_that_ask_the_same_are_equal_and_have_the_same_hash() {
        Filter one = filter("type=a|b", "index.n=1");
        Filter other = Filter.of(json("{\"index\": {\"n\": [1, \"1\"]}, \"type\": [\"b\", \"a\", \"a\"]}"));
        assertEquals(one, other);
        assertEquals(one.hash(), other.hash());
        assertNotEquals(one.hash(), filter("type=a", "index.n=1").hash());
        assertNotEquals(filter("since=0").hash(), filter("until=0").hash());
    }

    @Test
    void both_of_two_filters_must_hold() {
        assertTrue(
                filter("type=document.*").and(filter("type=document.uploaded")).matches(7, UPLOADED));
        assertFalse(filter("type=document.*").and(filter("type=session.*")).matches(7, UPLOADED));
        assertTrue(Filter.all().and(Filter.entity("document", "doc-1")).matches(7, UPLOADED));
    }

    @Test
    void what_no_index_knows_is_named() {
        assertEquals(
                List.of(),
                filter("type=a.*", "entityType=t", "entityId=i", "actorId=j", "index.n=1")
                        .notIndexed());
        assertEquals(
                List.of("entityType", "payload.x", "producer"),
                filter("type=a", "entityType=t", "producer=p", "payload.x=1").notIndexed());
    }

    @Test
    void a_name_that_is_not_known_is_refused_with_those_that_are() {
        var refused = assertThrows(FilterRefused.class, () -> Filter.of(Map.of("typ", List.of("a")), Set.of("limit")));
        assertTrue(refused.getMessage().contains("entityId"), refused.getMessage());
        assertTrue(refused.getMessage().contains("limit"), refused.getMessage());
        assertTrue(refused.getMessage().contains("payload.PATH"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type=",
                "since=yesterday",
                "since=99999999999999999999",
                "since=2024-03-15",
                "until=0|1",
                "after=-2",
                "after=1.5",
                "before=",
                "index.=1",
                "payload=1",
                "links=1",
                "Type=a",
                "type=a\u0000b",
                "index.a\u0000b=1"
            })
    void what_is_not_understood_is_refused(String parameter) {
        assertThrows(FilterRefused.class, () -> filter(parameter));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"type\": 5}",
                "{\"type\": []}",
                "{\"index\": 5}",
                "{\"payload\": {\"p\": {\"q\": 1}}}",
                "{\"entity\": {\"id\": \"x\"}}",
                "{\"after\": \"x\"}"
            })
    void json_that_is_no_filter_is_refused(String filter) {
        assertThrows(FilterRefused.class, () -> Filter.of(json(filter)));
    }

    @Test
    void terms_and_values_are_bounded() {
        var many = new TreeMap<String, List<String>>();
        for (int i = 0; i <= Terms.TERMS_MAX; i++) {
            many.put("payload.p" + i, List.of("1"));
        }
        assertThrows(FilterRefused.class, () -> Filter.of(many, Set.of()));
        List<String> values = Collections.nCopies(Terms.VALUES_MAX + 1, "x");
        assertThrows(FilterRefused.class, () -> Filter.of(Map.of("type", values), Set.of()));
    }

    private static Filter filter(String... parameters) {
        var filter = new TreeMap<String, List<String>>();
        for (String parameter : parameters) {
            String[] both = parameter.split("=", 2);
            filter.put(both[0], Arrays.asList(both[1].split("\\|", -1)));
        }
        return Filter.of(filter, Set.of());
    }

    private static Json json(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
