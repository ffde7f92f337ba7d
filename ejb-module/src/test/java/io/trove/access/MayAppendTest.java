package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Actor;
import io.trove.event.Draft;
import io.trove.event.Json;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerId;
import io.trove.ledger.LedgerName;
import io.trove.ledger.LedgerUnknown;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MayAppendTest {

    private static final Ledger PRODUCTION = ledger("acme", "production");
    private static final Caller JANE = caller(Optional.empty());
    private static final Set<Permission> WRITER = Set.of(Permission.EVENTS_APPEND);

    @Test
    void a_caller_without_a_role_is_told_that_there_is_no_such_ledger() {
        assertThrows(LedgerUnknown.class, () -> append(PRODUCTION, JANE, Set.of(), "{'type': 'a.b'}"));
    }

    @Test
    void a_caller_who_may_only_read_may_not_append() {
        Forbidden refusal = assertThrows(
                Forbidden.class, () -> append(PRODUCTION, JANE, Set.of(Permission.EVENTS_READ), "{'type': 'a.b'}"));
        assertEquals(403, refusal.status());
        assertEquals("events.append", refusal.facts().get("permission"));
    }

    @Test
    void nobody_appends_to_a_system_environment() {
        assertThrows(
                Forbidden.class,
                () -> append(ledger("acme", "system"), JANE, Role.ADMIN.permissions(), "{'type': 'a.b'}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledger.created", "schema.registered", "access.password.set", "access.key.created"})
    void even_an_administrator_does_not_append_what_troves_tables_follow(String type) {
        Forbidden refusal = assertThrows(
                Forbidden.class, () -> append(PRODUCTION, JANE, Role.ADMIN.permissions(), "{'type': '" + type + "'}"));
        assertTrue(refusal.getMessage().contains(type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event.linked",
                "event.unlinked",
                "entity.linked",
                "entity.unlinked",
                "access.granted",
                "schema.changed",
                "ledger.closed",
                "organization.created",
                "file.uploaded"
            })
    void the_rest_of_the_words_is_free(String type) {
        assertDoesNotThrow(() -> append(PRODUCTION, JANE, WRITER, "{'type': '" + type + "'}"));
    }

    @Test
    void a_writer_appends_as_herself() {
        assertDoesNotThrow(() -> append(PRODUCTION, JANE, WRITER, "{'type': 'a.b'}"));
        assertDoesNotThrow(
                () -> append(PRODUCTION, JANE, WRITER, "{'type': 'a.b', 'actor': {'type': 'user', 'id': 'jane'}}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'actor': {'type': 'user', 'id': 'john'}",
                "'actor': {'type': 'agent', 'id': 'jane'}",
                "'actor': {'type': 'user', 'id': 'jane', 'role': 'queen'}",
                "'cause': {'commandId': 'cmd-1'}"
            })
    void naming_another_actor_or_a_cause_takes_a_permission(String member) {
        String event = "{'type': 'a.b', " + member + "}";
        Forbidden refusal = assertThrows(Forbidden.class, () -> append(PRODUCTION, JANE, WRITER, event));
        assertEquals("events.appendAs", refusal.facts().get("permission"));
        assertDoesNotThrow(() -> append(PRODUCTION, JANE, Role.ADMIN.permissions(), event));
    }

    @Test
    void a_caller_who_is_bound_to_a_producer_names_no_other() {
        Caller bound = caller(Optional.of("web-api"));
        assertDoesNotThrow(() -> append(PRODUCTION, bound, WRITER, "{'type': 'a.b', 'producer': 'web-api'}"));
        assertThrows(
                Forbidden.class, () -> append(PRODUCTION, bound, WRITER, "{'type': 'a.b', 'producer': 'billing'}"));
    }

    private static void append(Ledger ledger, Caller caller, Set<Permission> has, String event) {
        byte[] json = event.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        MayAppend.check(ledger, caller, has, List.of(Draft.of(Json.parse(json))));
    }

    private static Ledger ledger(String organization, String environment) {
        return new Ledger(new LedgerId(2), new LedgerName(organization, environment), "0".repeat(32), "trove.local/x");
    }

    private static Caller caller(Optional<String> producer) {
        return new Caller("jane", new Actor("user", "jane", Optional.empty()), producer);
    }
}
