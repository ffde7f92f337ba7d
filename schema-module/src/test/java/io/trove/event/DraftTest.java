package io.trove.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTest {

    @Test
    void only_a_type_is_required() {
        Draft draft = draft("{'type':'document.uploaded'}");
        assertEquals("document.uploaded", draft.type());
        assertEquals(new Entity("document", Optional.empty()), draft.entity());
        assertEquals(Optional.empty(), draft.id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | '' | an array",
                "'text' | '' | \"text\"",
                "{} | /type | nothing",
                "{'type':1} | /type | 1",
                "{'type':''} | /type | an empty text",
                "{'type':null} | /type | null",
                "{'type':'a\\nb'} | /type | a control character",
                "{'type':'a.b '} | /type | a text that ends with a space",
                "{'type':'a','position':1} | /position | 1",
                "{'type':'a','ledger':'x'} | /ledger | \"x\"",
                "{'type':'a','recordedAt':'2024-03-15T10:30:00Z'} | /recordedAt | \"2024-03-15T10:30:00Z\"",
                "{'type':'a','view':{}} | /view | an object",
                "{'type':'a','entity':{'version':3}} | /entity/version | 3",
                "{'type':'a','entity':{'id':7}} | /entity/id | 7",
                "{'type':'a','entity':{'id':''}} | /entity/id | an empty text",
                "{'type':'a','entity':{'name':'x'}} | /entity/name | \"x\"",
                "{'type':'a','entity':'doc-1'} | /entity | \"doc-1\"",
                "{'type':'.a'} | /entity/type | nothing, and \"\" before the first dot of the type",
                "{'type':'a','id':'evt_1'} | /id | \"evt_1\"",
                "{'type':'a','id':{}} | /id/id | nothing",
                "{'type':'a','id':{'id':'x','version':0}} | /id/version | 0",
                "{'type':'a','id':{'id':'x','version':1.5}} | /id/version | 1.5",
                "{'type':'a','id':{'id':'x','version':2147483648}} | /id/version | 2147483648",
                "{'type':'a','id':{'id':'stream'}} | /id/id | \"stream\"",
                "{'type':'a','id':{'id':'batch'}} | /id/id | \"batch\"",
                "{'type':'a','schema':{'id':'s'}} | /schema/version | nothing",
                "{'type':'a','createdAt':'yesterday'} | /createdAt | \"yesterday\"",
                "{'type':'a','createdAt':1710498600000} | /createdAt | 1710498600000",
                "{'type':'a','producer':null} | /producer | null",
                "{'type':'a','actor':{'id':'jane'}} | /actor/type | nothing",
                "{'type':'a','actor':{'type':'user','id':'jane','role':1}} | /actor/role | 1",
                "{'type':'a','message':[]} | /message | an array",
                "{'type':'a','metadata':1} | /metadata | 1",
                "{'type':'a','source':'x'} | /source | \"x\"",
                "{'type':'a','http':true} | /http | true",
                "{'type':'a','context':[]} | /context | an array",
                "{'type':'a','context':{'correlationId':1}} | /context/correlationId | 1",
                "{'type':'a','trace':{'traceId':1}} | /trace/traceId | 1",
                "{'type':'a','extensions':[]} | /extensions | an array",
                "{'type':'a','cause':{'hops':-1}} | /cause/hops | -1",
                "{'type':'a','cause':{'what':1}} | /cause/what | 1",
                "{'type':'a','links':{}} | /links | an object",
                "{'type':'a','links':[1]} | /links/0 | 1",
                "{'type':'a','links':[{'type':'parent'}]} | /links/0/targetEvent/id | nothing",
                "{'type':'a','links':[{'type':'p','targetEvent':{'id':'x','version':'1'}}]} | /links/0/targetEvent/version | \"1\"",
                "{'type':'a','links':[{'type':'p','targetEvent':{'id':'x'},'metadata':1}]} | /links/0/metadata | 1",
                "{'type':'a','files':[{}]} | /files/0/id | nothing",
                "{'type':'a','files':[{'id':'f','size':-1}]} | /files/0/size | -1",
                "{'type':'a','files':[{'id':'f','hash':'md5:x'}]} | /files/0/hash | \"md5:x\"",
                "{'type':'a','files':[{'id':'f','isReference':true}]} | /files/0/data | nothing",
                "{'type':'a','files':[{'id':'f'},{'id':'f'}]} | /files/1/id | \"f\"",
                "{'type':'a','indexBy':'author'} | /indexBy | \"author\"",
                "{'type':'a','indexBy':{'':1}} | /indexBy/ | an empty text",
                "{'type':'a','indexBy':{'a/b':null}} | /indexBy/a~1b | null",
                "{'type':'a','indexBy':{'a':{'b':1}}} | /indexBy/a | an object",
                "{'type':'a','indexBy':{'a':[[1]]}} | /indexBy/a | an array",
                "{'type':'a','payload':{'x':1},'indexBy':['y']} | /indexBy/0 | \"y\", which the payload does not have",
                "{'type':'a','payload':7,'indexBy':['y']} | /indexBy/0 | \"y\", which the payload does not have",
                "{'type':'a','colour':1,'extensions':{'colour':2}} | /colour | a member that is also in /extensions"
            })
    void what_is_not_an_event_is_refused_with_where_and_what(String event, String pointer, String got) {
        Invalid refusal = refused(event);
        assertEquals(pointer.equals("''") ? "" : pointer, refusal.pointer());
        assertEquals(got, refusal.got());
        assertTrue(refusal.getMessage().contains("wanted " + refusal.wanted()));
    }

    @Test
    void all_violations_are_told_at_once() {
        List<Invalid.Violation> violations =
                refused("{'id':{'id':''},'actor':{},'message':1}").violations();
        assertEquals(
                List.of("/type", "/message", "/id/id", "/actor/type", "/actor/id"),
                violations.stream().map(Invalid.Violation::pointer).toList());
    }

    @ParameterizedTest
    @CsvSource({"id, 200", "type, 200", "entityType, 100", "entityId, 512", "schema, 200", "indexName, 100"})
    void identifiers_are_bounded_in_bytes_of_UTF_8(String what, int bytesMax) {
        String fits = "é".repeat(bytesMax / 2);
        draft(eventWith(what, fits));
        Invalid refusal = refused(eventWith(what, fits + "x"));
        assertEquals(bytesMax + 1 + " bytes", refusal.got());
    }

    private static String eventWith(String what, String text) {
        return switch (what) {
            case "id" -> "{'type':'a','id':{'id':'" + text + "'}}";
            case "type" -> "{'type':'" + text + "','entity':{'type':'e'}}";
            case "entityType" -> "{'type':'a','entity':{'type':'" + text + "'}}";
            case "entityId" -> "{'type':'a','entity':{'id':'" + text + "'}}";
            case "schema" -> "{'type':'a','schema':{'id':'" + text + "','version':'1'}}";
            default -> "{'type':'a','indexBy':{'" + text + "':1}}";
        };
    }

    @Test
    void links_files_and_index_keys_are_bounded() {
        Limits limits = new Limits(1, 1, 1);
        String link = "{'type':'p','targetEvent':{'id':'x'}}";
        for (String event : List.of(
                "{'type':'a','links':[" + link + "," + link + "]}",
                "{'type':'a','files':[{'id':'a'},{'id':'b'}]}",
                "{'type':'a','indexBy':{'a':[1,2]}}")) {
            draft(event);
            Invalid refusal = assertThrows(Invalid.class, () -> Draft.of(json(event), limits));
            assertEquals("at most 1", refusal.wanted());
        }
    }

    @Test
    void unknown_members_are_kept_under_extensions_with_those_sent_there() {
        Kept kept = draft("{'type':'a','zebra':{'x':[1]},'extensions':{'b':2},'a':null}")
                .complete(AnyEvent.defaults(AnyEvent.UID, new byte[32]))
                .keep(1, 0);
        assertEquals(
                Optional.of(json("{'a':null,'b':2,'zebra':{'x':[1]}}")),
                Json.parse(kept.document()).member("extensions"));
    }

    @Test
    void a_deep_unknown_member_is_refused_rather_than_kept_too_deep_to_be_read() {
        String deep = "[".repeat(62) + "]".repeat(62);
        Kept kept = draft("{'type':'a','x':" + deep + "}")
                .complete(AnyEvent.defaults(AnyEvent.UID, new byte[32]))
                .keep(1, 0);
        assertArrayEquals(kept.document(), Json.parse(kept.document()).canonical());
        assertEquals("at most 64", refused("{'type':'a','x':[" + deep + "]}").wanted());
    }

    @Test
    void the_content_digest_is_of_the_canonical_event_as_sent() throws Exception {
        byte[] wanted = MessageDigest.getInstance("SHA-256").digest("{\"colour\":1,\"type\":\"a\"}".getBytes(UTF_8));
        Draft draft = draft("{ 'type': 'a', 'colour': 1.0 }");
        assertEquals(HexFormat.of().formatHex(wanted), HexFormat.of().formatHex(draft.contentDigest()));
        assertEquals(23, draft.contentLength());
    }

    @Test
    void an_exported_event_keeps_what_its_first_ledgers_assigned() {
        String exported = "{'type':'a','entity':{'id':'e','version':3},'position':7,'ledger':'x',"
                + "'recordedAt':'2024-03-15T10:30:00.000000Z'}";
        Json first = kept(Draft.ofExported(json(exported), Limits.DEFAULT));
        assertEquals(
                Optional.of(json(
                        "{'entityVersion':3,'ledger':'x','position':7,'recordedAt':'2024-03-15T10:30:00.000000Z'}")),
                first.at("/extensions/origin"));

        Json second = kept(Draft.ofExported(first, Limits.DEFAULT));
        assertEquals(first.at("/extensions/origin"), second.at("/extensions/origin/origin"));
        assertEquals(first.member("ledger"), second.at("/extensions/origin/ledger"));
    }

    private static Json kept(Draft draft) {
        return Json.parse(draft.complete(AnyEvent.defaults(AnyEvent.UID, new byte[32]))
                .keep(1, 0)
                .document());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "false", "0", "''", "[]", "{}", "[{'a':[null]}]"})
    void a_payload_is_any_value(String payload) {
        assertEquals(
                Optional.of(json(payload)),
                draft("{'type':'a','payload':" + payload + "}").payload());
    }

    @Test
    void any_JSON_is_an_event_or_refused_and_nothing_else() {
        AnyEvent any = new AnyEvent(7);
        for (int i = 0; i < 5_000; i++) {
            Map<String, Object> members = new TreeMap<>(any.event().members());
            List<String> names = List.copyOf(members.keySet());
            members.put(
                    names.get(any.any().random().nextInt(names.size())),
                    any.any().value());
            Json changed = Json.object(members);
            try {
                Draft.of(changed);
            } catch (Invalid e) {
                assertTrue(changed.at(parent(e.pointer())).isPresent(), e.getMessage());
            }
        }
    }

    private static String parent(String pointer) {
        return pointer.indexOf('/', 1) < 0 ? "" : pointer.substring(0, pointer.indexOf('/', 1));
    }

    private static Draft draft(String event) {
        return Draft.of(json(event));
    }

    private static Invalid refused(String event) {
        return assertThrows(Invalid.class, () -> draft(event), event);
    }

    /** JSON with single quotes, so that it can be read here. */
    private static Json json(String text) {
        return Json.parse(text.replace('\'', '"').getBytes(UTF_8));
    }
}
