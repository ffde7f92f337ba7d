package io.trove.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Draft;
import io.trove.event.Json;
import io.trove.ledger.Append;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.Receipt;
import io.trove.ledger.TestLedger;
import io.trove.refusal.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
@Tag("database")
class ConformingTest {

    private static final String TITLED =
            "{\"schema\":{\"type\":\"object\",\"required\":[\"title\"],\"properties\":{\"title\":{\"type\":\"string\"}}}}";
    private static final String ANYTHING = "{\"schema\":true,\"compatibility\":\"NONE\"}";
    private static final String GOOD = "{\"type\":\"document.uploaded\",\"payload\":{\"title\":\"Annual Report\"}}";
    private static final String BAD = "{\"type\":\"document.uploaded\",\"payload\":{\"title\":7}}";

    @Parameter
    private Database kind;

    private FreshDatabase database;
    private TestRegistry registry;

    @BeforeEach
    void aLedger() {
        database = FreshDatabase.of(kind);
        registry = TestRegistry.in(database, kind);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_event_whose_type_has_no_schema_passes() {
        assertEquals(Optional.empty(), registry.document(registry.append(BAD)).member("schema"));
    }

    @Test
    void an_event_conforms_to_the_schema_of_its_type_and_says_which() {
        registry.register("document.uploaded", "1.0", TITLED);
        Json kept = registry.document(registry.append(GOOD));
        assertEquals(
                "{\"id\":\"document.uploaded\",\"version\":\"1.0\"}",
                kept.member("schema").orElseThrow().toString());
    }

    @Test
    void what_this_server_forgot_it_reads_again() {
        registry.register("document.uploaded", "1.0", TITLED);
        registry.append(GOOD);
        registry.catalog().forget();
        assertThrows(Nonconforming.class, () -> registry.append(BAD));
        registry.catalog().forget();
        registry.register("document.uploaded", "2.0", ANYTHING);
        registry.catalog().forget();
        registry.append(BAD);
    }

    @Test
    void a_name_that_cannot_be_registered_is_neither_looked_up_nor_remembered() {
        var withoutRows = new Catalog(null, false, Catalog.Shared.fresh());
        assertTrue(withoutRows.ask("x".repeat(201), registry.ledger().head(), Lineage::isEmpty));
    }

    @Test
    void a_refusal_says_every_violation_of_every_event_with_its_index() {
        registry.register("document.uploaded", "1.0", TITLED);
        Nonconforming refused = assertThrows(
                Nonconforming.class,
                () -> registry.append(TestLedger.request(
                        null,
                        GOOD,
                        BAD,
                        "{\"type\":\"document.uploaded\",\"payload\":{}}",
                        "{\"type\":\"document.uploaded\"}")));
        Map<String, Object> facts = refused.facts();
        assertEquals(1, facts.get("index"));
        assertEquals(
                List.of(Map.of(
                        "pointer", "/payload/title",
                        "keyword", "type",
                        "schemaLocation", "#/properties/title/type",
                        "got", "a number (7)",
                        "wanted", "a string")),
                facts.get("violations"));
        assertEquals(2, ((List<?>) facts.get("others")).size());
    }

    @Test
    void the_default_is_the_version_last_registered_and_enabled() {
        registry.register("document.uploaded", "1", ANYTHING);
        registry.register("document.uploaded", "2", ANYTHING);
        registry.register("document.uploaded", "3", "{\"schema\":true,\"status\":\"draft\"}");
        assertEquals("2", version(registry.append(BAD)));
        registry.change("document.uploaded", "3", "status", "enabled");
        assertEquals("3", version(registry.append(BAD)));
        registry.change("document.uploaded", "3", "status", "deprecated");
        registry.change("document.uploaded", "2", "status", "disabled");
        assertEquals("1", version(registry.append(BAD)));
    }

    @Test
    void a_named_version_is_honoured_while_it_is_not_disabled() {
        registry.register("document.uploaded", "1", TITLED);
        registry.register("document.uploaded", "2", ANYTHING);
        String named =
                BAD.replace("{\"type\"", "{\"schema\":{\"id\":\"document.uploaded\",\"version\":\"%s\"},\"type\"");
        assertEquals("2", version(registry.append(named.formatted("2"))));
        assertThrows(Nonconforming.class, () -> registry.append(named.formatted("1")));
        registry.change("document.uploaded", "2", "status", "disabled");
        assertEquals("schema-disabled", refused(named.formatted("2")).slug());
        assertEquals("schema-unknown", refused(named.formatted("9")).slug());
    }

    @Test
    void a_ledger_may_require_a_schema_of_every_event() {
        registry.policy("schemas", "required");
        assertEquals("schema-required", refused(BAD).slug());
        registry.register("document.uploaded", "1", ANYTHING);
        registry.append(BAD);
        registry.policy("schemas", "optional");
        registry.append("{\"type\":\"session.started\"}");
    }

    @Test
    void validation_changes_nothing_but_the_index_keys_that_the_schema_asks_for() {
        registry.register(
                "document.uploaded",
                "1",
                "{\"schema\":{\"properties\":{\"title\":{\"default\":\"none\"}}},\"indexBy\":[\"author\",\"tags\",\"absent\"]}");
        Json kept = registry.document(registry.append(
                "{\"type\":\"document.uploaded\",\"payload\":{\"author\":\"Jane\",\"tags\":[\"a\",\"b\"]}}"));
        assertEquals(
                "{\"author\":\"Jane\",\"tags\":[\"a\",\"b\"]}",
                kept.member("payload").orElseThrow().toString());
        assertEquals(
                "[\"author\",\"tags\"]", kept.member("indexBy").orElseThrow().toString());
    }

    @Test
    void index_keys_of_the_schema_join_those_of_the_event() {
        registry.register("document.uploaded", "1", "{\"schema\":true,\"indexBy\":[\"author\"]}");
        String event =
                "{\"type\":\"document.uploaded\",\"payload\":{\"author\":\"Jane\",\"title\":\"T\"},\"indexBy\":%s}";
        assertEquals("[\"title\",\"author\"]", indexBy(event.formatted("[\"title\"]")));
        assertEquals("{\"author\":\"Jane\",\"year\":2024}", indexBy(event.formatted("{\"year\":2024}")));
        assertEquals("{\"author\":\"Other\"}", indexBy(event.formatted("{\"author\":\"Other\"}")));
    }

    @Test
    void another_server_judges_by_what_was_registered_a_moment_ago() {
        TestRegistry other = registry.onAnotherServer();
        other.append(BAD);
        registry.register("document.uploaded", "1", TITLED);
        assertThrows(Nonconforming.class, () -> other.append(BAD));
        other.change("document.uploaded", "1", "status", "disabled");
        registry.append(BAD);
        registry.policy("schemas", "required");
        assertThrows(SchemaUnknown.class, () -> other.append(BAD));
    }

    @Test
    void what_was_appended_before_is_answered_again_whatever_the_schema_says_by_now() {
        Append request = TestLedger.request("key", BAD);
        Receipt first = registry.append(request).get(0);
        registry.register("document.uploaded", "1", TITLED);
        Receipt again = registry.append(request).get(0);
        assertEquals(first.position(), again.position());
        assertTrue(again.replay());
        assertFalse(first.replay());
    }

    @Test
    void a_payload_that_takes_too_long_to_check_is_refused_with_the_reason() {
        registry.register("document.uploaded", "1", "{\"schema\":{\"$ref\":\"#\"}}");
        Nonconforming refused = assertThrows(Nonconforming.class, () -> registry.append(GOOD));
        assertTrue(refused.getMessage().contains("levels deep"), refused::getMessage);
    }

    @Test
    void after_the_first_payload_that_takes_too_long_the_rest_of_the_request_is_not_looked_at() {
        registry.register("document.uploaded", "1", TITLED);
        registry.register("loop.made", "1", "{\"schema\":{\"$ref\":\"#\"}}");
        List<Draft> drafts = Stream.of(BAD, "{\"type\":\"loop.made\",\"payload\":1}", BAD)
                .map(TestLedger::draft)
                .toList();
        Nonconforming refused = assertThrows(Nonconforming.class, () -> registry.append(Append.of(drafts)));
        assertEquals(
                List.of(1),
                ((List<?>) refused.facts().get("others"))
                        .stream().map(each -> ((Map<?, ?>) each).get("index")).toList());
    }

    private Refusal refused(String event) {
        return assertThrows(Refusal.class, () -> registry.append(event));
    }

    private String version(Receipt receipt) {
        return registry.document(receipt)
                .at("/schema/version")
                .flatMap(Json::text)
                .orElseThrow();
    }

    private String indexBy(String event) {
        return registry.document(registry.append(event))
                .member("indexBy")
                .orElseThrow()
                .toString();
    }
}
