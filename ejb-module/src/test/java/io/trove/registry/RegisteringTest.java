package io.trove.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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
class RegisteringTest {

    private static final String TEXT = "{\"schema\":{\"type\":\"string\"}}";
    private static final String NUMBER = "{\"schema\":{\"type\":\"number\"}}";

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
    void a_registration_is_an_event_and_its_rows_say_the_same() {
        long before = registry.ledger().size();
        registry.register("note", "1", "{\"schema\":{\"type\":\"string\"},\"description\":\"Words\"}");
        assertEquals(before + 1, registry.ledger().size());
        Version version = registry.catalog()
                .ask("note", registry.ledger().head(), it -> it.version("1").orElseThrow());
        assertEquals("Words", version.description().orElseThrow());
        assertEquals(before, version.position());
        assertEquals(
                Json.of("string"),
                registry.catalog()
                        .registration("note", version)
                        .schema()
                        .member("type")
                        .orElseThrow());
    }

    @Test
    void a_registered_content_never_changes() {
        registry.register("note", "1", TEXT);
        long size = registry.ledger().size();
        assertTrue(taken(TEXT).sameContent());
        assertTrue(taken("{\"schema\":{\"type\":\"string\"},\"description\":\"another\"}")
                .sameContent());
        assertFalse(taken(NUMBER).sameContent());
        assertFalse(
                taken("{\"schema\":{\"type\":\"string\"},\"indexBy\":[\"a\"]}").sameContent());
        assertEquals(size, registry.ledger().size());
    }

    private SchemaTaken taken(String body) {
        return assertThrows(SchemaTaken.class, () -> registry.register("note", "1", body));
    }

    @Test
    void of_many_who_register_a_version_at_once_on_two_servers_one_wins() throws Exception {
        List<TestRegistry> servers = List.of(registry, registry.onAnotherServer());
        long size = registry.ledger().size();
        List<Callable<Boolean>> attempts = IntStream.range(0, 16)
                .<Callable<Boolean>>mapToObj(i -> () -> registers(servers.get(i % 2), i % 4 < 2 ? TEXT : NUMBER))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Boolean> won = new ArrayList<>();
            for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
                won.add(attempt.get());
            }
            assertEquals(1, won.stream().filter(each -> each).count());
        } finally {
            threads.shutdown();
        }
        assertEquals(size + 1, registry.ledger().onAnotherServer().size());
    }

    private static boolean registers(TestRegistry server, String body) {
        try {
            server.register("note", "1", body);
            return true;
        } catch (SchemaTaken taken) {
            return false;
        }
    }

    @Test
    void a_schema_may_refer_to_what_is_registered_and_to_nothing_else() {
        registry.register("text", "1", TEXT);
        registry.register("notes", "1", "{\"schema\":{\"items\":{\"$ref\":\"trove:schema/text/1\"}}}");
        Nonconforming refused =
                assertThrows(Nonconforming.class, () -> registry.append("{\"type\":\"notes\",\"payload\":[\"a\",1]}"));
        assertTrue(refused.facts().toString().contains("/payload/1"), refused.facts()::toString);
        for (String uri :
                List.of("trove:schema/text/2", "trove:schema/none/1", "https://example.org/a", "file:///etc/passwd")) {
            assertThrows(
                    SchemaInvalid.class,
                    () -> registry.register("other", "1", "{\"schema\":{\"$ref\":\"" + uri + "\"}}"));
        }
    }

    @Test
    void a_circle_is_refused() {
        SchemaInvalid refused = assertThrows(
                SchemaInvalid.class,
                () -> registry.register(
                        "a/b", "1 0", "{\"schema\":{\"items\":{\"$ref\":\"trove:schema/a%2Fb/1%200#/x\"}}}"));
        assertTrue(refused.getMessage().contains("circle"), refused::getMessage);
    }

    @Test
    void examples_conform_to_their_schema() {
        SchemaInvalid refused = assertThrows(
                SchemaInvalid.class,
                () -> registry.register("note", "1", "{\"schema\":{\"type\":\"string\"},\"examples\":[\"a\",7]}"));
        assertTrue(refused.facts().toString().contains("/examples/1"), refused.facts()::toString);
    }

    @Test
    void what_is_no_schema_is_refused_with_the_places() {
        SchemaInvalid refused = assertThrows(
                SchemaInvalid.class, () -> registry.register("note", "1", "{\"schema\":{\"minimum\":\"1\"}}"));
        assertTrue(refused.facts().toString().contains("/schema/minimum"), refused.facts()::toString);
    }

    @Test
    void troves_own_types_have_schemas_that_nobody_registers() {
        assertThrows(SchemaInvalid.class, () -> registry.register("schema.registered", "2", TEXT));
        assertThrows(Nonconforming.class, () -> registry.append("{\"type\":\"ledger.policy.set\",\"payload\":{}}"));
        registry.register("organization.created", "1", TEXT);
    }

    @Test
    void the_newest_of_many_is_the_latest_and_the_next_has_its_number() {
        int rounds = 300;
        for (int i = 0; i < rounds; i++) {
            registry.register("many", Integer.toString(i), "{\"schema\":true,\"compatibility\":\"NONE\"}");
        }
        assertEquals(
                Integer.toString(rounds - 1),
                registry.catalog()
                        .ask("many", registry.ledger().head(), Lineage::latest)
                        .orElseThrow()
                        .version());
        assertEquals("300", registry.catalog().ask("many", registry.ledger().head(), Lineage::next));
    }
}
