package io.trove.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.event.SchemaId;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.Receipt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What changes from one version of a schema to the next: what that breaks, and how payloads are lifted. */
@ParameterizedClass
@EnumSource(Database.class)
@Tag("database")
class ChangingTest {

    private static final String NAMED =
            "{\"schema\":{\"type\":\"object\",\"required\":[\"name\"],\"properties\":{\"name\":{\"type\":\"string\"}}},"
                    + "\"examples\":[{\"name\":\"Ann\"}]}";
    private static final String TITLED =
            "{\"schema\":{\"type\":\"object\",\"required\":[\"title\"],\"properties\":{\"title\":{\"type\":\"string\"}}},"
                    + "\"compatibility\":\"NONE\",\"lift\":%s}";
    private static final String RENAME = "[{\"rename\":\"/name\",\"to\":\"title\"}]";

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
    void a_version_that_breaks_the_one_before_is_refused_with_a_counter_example() {
        registry.register("person", "1", NAMED);
        Incompatible refused = assertThrows(
                Incompatible.class,
                () -> registry.register(
                        "person", "2", "{\"schema\":{\"type\":\"object\",\"required\":[\"name\",\"age\"]}}"));
        assertEquals("BACKWARD", refused.facts().get("compatibility"));
        Map<?, ?> first = (Map<?, ?>) ((List<?>) refused.facts().get("differences")).get(0);
        assertEquals("breaking", first.get("standing"));
        Json witness = (Json) first.get("counterExample");
        assertEquals(Optional.empty(), witness.member("age"));
        assertTrue(witness.member("name").isPresent());
    }

    @Test
    void compatibility_is_said_by_the_registration_or_its_schema_or_the_ledger() {
        String narrower =
                "{\"schema\":{\"type\":\"object\",\"required\":[\"name\",\"%s\"],\"properties\":{\"name\":{\"type\":\"string\"}}}%s}";
        registry.register("person", "1", NAMED);
        assertThrows(Incompatible.class, () -> registry.register("person", "2", narrower.formatted("a", "")));
        registry.register("person", "2", narrower.formatted("a", ",\"compatibility\":\"FORWARD\""));
        registry.register("person", "3", narrower.formatted("b", ",\"compatibility\":\"NONE\""));
        registry.register("person", "4", narrower.formatted("c", ""));
        registry.register("other", "1", NAMED);
        assertThrows(Incompatible.class, () -> registry.register("other", "2", narrower.formatted("a", "")));
        registry.policy("compatibility", "NONE");
        registry.register("other", "2", narrower.formatted("a", ""));
    }

    @Test
    void transitive_compatibility_binds_to_all_versions_that_are_not_disabled() {
        registry.register("word", "1", "{\"schema\":{\"type\":[\"string\",\"number\"]}}");
        registry.register("word", "2", "{\"schema\":{\"type\":\"string\"},\"compatibility\":\"NONE\"}");
        String third = "{\"schema\":{\"type\":[\"string\",\"null\"]},\"compatibility\":\"%s\"}";
        assertThrows(Incompatible.class, () -> registry.register("word", "3", third.formatted("BACKWARD_TRANSITIVE")));
        registry.change("word", "1", "status", "disabled");
        registry.register("word", "3", third.formatted("BACKWARD_TRANSITIVE"));
    }

    @Test
    void a_stored_event_is_shown_lifted_and_stays_as_it_was() {
        registry.register("person", "1", NAMED);
        Receipt stored = registry.append("{\"type\":\"person\",\"payload\":{\"name\":\"Ann\"}}");
        registry.register("person", "2", TITLED.formatted(RENAME));
        registry.register(
                "person",
                "3",
                "{\"schema\":true,\"lift\":\"{'label': payload.title + '!'}\",\"compatibility\":\"NONE\"}");
        Json document = registry.document(stored);
        assertEquals(Json.of("Ann"), document.at("/payload/name").orElseThrow());
        Json second = lifted(document, "2");
        assertEquals(
                "{\"title\":\"Ann\"}", second.member("payload").orElseThrow().toString());
        assertEquals(
                "{\"lift\":{\"shown\":\"2\",\"stored\":\"1\"}}",
                second.member("view").orElseThrow().toString());
        assertEquals(
                "{\"label\":\"Ann!\"}",
                lifted(document, "latest").member("payload").orElseThrow().toString());
        assertEquals(document, lifted(document, "1"));
    }

    @Test
    void a_version_that_the_schema_has_not_is_said_beside_the_payload_as_stored() {
        registry.register("person", "1", NAMED);
        Json document = registry.document(registry.append("{\"type\":\"person\",\"payload\":{\"name\":\"Ann\"}}"));
        Json shown = lifted(document, "9");
        assertEquals(document.member("payload"), shown.member("payload"));
        assertEquals(
                "{\"lift\":{\"asked\":\"9\",\"refused\":\"the schema has no version 9\",\"shown\":\"1\",\"stored\":\"1\"}}",
                shown.member("view").orElseThrow().toString());
    }

    @Test
    void a_payload_that_cannot_be_lifted_is_shown_as_stored_with_the_reason() {
        registry.register("person", "1", "{\"schema\":true}");
        Receipt stored = registry.append("{\"type\":\"person\",\"payload\":7}");
        registry.register("person", "2", "{\"schema\":true,\"lift\":\"payload.title\",\"compatibility\":\"NONE\"}");
        Json shown = lifted(registry.document(stored), "latest");
        assertEquals(Json.of(7), shown.member("payload").orElseThrow());
        assertEquals("1", shown.at("/view/lift/shown").flatMap(Json::text).orElseThrow());
        assertTrue(shown.at("/view/lift/refused").isPresent(), shown::toString);
    }

    @Test
    void a_lift_brings_the_examples_of_the_version_before_to_its_own() {
        registry.register("person", "1", NAMED);
        assertThrows(SchemaInvalid.class, () -> registry.register("person", "2", TITLED.formatted("[]")));
        assertThrows(SchemaInvalid.class, () -> registry.register("person", "2", TITLED.formatted("\"payload +\"")));
        registry.register("person", "2", TITLED.formatted(RENAME));
    }

    @Test
    void a_candidate_says_what_it_would_make_of_stored_events() {
        registry.register("person", "1", NAMED);
        Json document = registry.document(registry.append("{\"type\":\"person\",\"payload\":{\"name\":\"Ann\"}}"));
        assertEquals(
                "/payload",
                candidate(TITLED.formatted("null")).violations(document).get(0).get("pointer"));
        assertEquals(List.of(), candidate(TITLED.formatted(RENAME)).violations(document));
        registry.register("person", "2", TITLED.formatted(RENAME));
        String third = "{\"schema\":{\"required\":[\"label\"]},\"lift\":[{\"rename\":\"/title\",\"to\":\"label\"}]}";
        assertEquals(List.of(), candidate(third).violations(document));
    }

    private Candidate candidate(String body) {
        Registration registration = Registration.of(TestRegistry.json(body));
        return new Candidate(
                registry.catalog(),
                registry.ledger().head(),
                "person",
                registry.catalog()
                        .compile(
                                new SchemaId("person", "candidate"),
                                registration,
                                registry.ledger().head()),
                registration.lift().map(Registering::read));
    }

    private Json lifted(Json document, String as) {
        return new Lifting(registry.catalog(), registry.ledger().head(), as).of(document);
    }
}
