package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.filter.EntityRef;
import io.trove.ledger.Bounds;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.TestLedger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
@Tag("database")
class RulesTest {

    private static final String TEACHER = """
            {"permissions": ["events.read"], "sees": [
              {"types": ["session.*"], "where": [{"field": "index.teacher", "eq": "principal.id"}]},
              {"types": ["session.*"], "where": [{"field": "index.student", "in": "principal.related.teaches"}]}]}""";
    private static final String GUARDIAN = """
            {"permissions": ["events.read"], "sees": [
              {"where": [{"field": "entity.guardian", "contains": "principal.id"}]},
              {"where": [{"field": "index.student", "in": "principal.related.childOf"}]}]}""";

    private static FreshDatabase database;

    @Parameter
    Database kind;

    private TestLedger school;

    @BeforeParameterizedClassInvocation
    static void aDatabase(Database kind) {
        database = FreshDatabase.of(kind);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        database.close();
    }

    @BeforeEach
    void aSchool() {
        school = TestLedger.in(
                database.source(),
                Bounds.defaults(),
                batch -> EntityFacts.rows(batch.events()).forEach(batch::contribute));
        append(
                "{'type':'student.created','entity':{'type':'student','id':'tom'},'indexBy':{'guardian':['gina','gus']}}");
        append("{'type':'student.created','entity':{'type':'student','id':'ida'},'indexBy':{'guardian':'gina'}}");
        append("{'type':'session.held','indexBy':{'teacher':'ada','student':'tom'}}");
        append("{'type':'session.held','indexBy':{'teacher':'bob','student':'ida'}}");
        append("{'type':'session.held','indexBy':{'teacher':'bob','student':'zoe'}}");
        link("entity.linked", "teacher", "ada", "teaches", "ida");
        link("entity.linked", "guardian", "gus", "childOf", "tom");
    }

    @Test
    void a_teacher_sees_the_sessions_that_she_teaches_and_those_of_her_students() {
        assertEquals(List.of(3L, 4L), seen(TEACHER, principal("ada", "teacher")));
        assertEquals(List.of(4L, 5L), seen(TEACHER, principal("bob", "teacher")));
        assertEquals(List.of(), seen(TEACHER, principal("eve", "teacher")));
    }

    @Test
    void a_relation_that_is_unsaid_shows_nothing_any_more_and_one_said_again_does() {
        link("entity.unlinked", "teacher", "ada", "teaches", "ida");
        assertEquals(List.of(3L), seen(TEACHER, principal("ada", "teacher")));
        link("entity.linked", "teacher", "ada", "teaches", "ida");
        assertEquals(List.of(3L, 4L), seen(TEACHER, principal("ada", "teacher")));
    }

    @Test
    void a_guardian_sees_his_children() {
        assertEquals(List.of(1L, 3L), seen(GUARDIAN, principal("gus", "guardian")));
        assertEquals(List.of(1L, 2L), seen(GUARDIAN, principal("gina", "guardian")));
    }

    @Test
    void an_entitys_index_key_counts_as_of_now() {
        append("{'type':'student.moved','entity':{'type':'student','id':'tom'},'indexBy':{'guardian':'gina'}}");
        assertEquals(List.of(3L), seen(GUARDIAN, principal("gus", "guardian")));
        assertEquals(List.of(1L, 2L, 8L), seen(GUARDIAN, principal("gina", "guardian")));
    }

    @Test
    void of_several_roles_one_that_shows_is_enough_and_one_that_hides_too() {
        String never = "{\"never\": [{\"where\": [{\"field\": \"index.student\", \"eq\": \"ida\"}]}]}";
        Principal ada = principal("ada", "teacher");
        assertEquals(List.of(3L), seen(sight(ada, role(TEACHER), role(never))));
        assertEquals(8, seen(sight(ada, role(TEACHER), Role.ADMIN)).size());
        assertEquals(7, seen(sight(ada, role(never), Role.ADMIN)).size());
    }

    @Test
    void what_a_principal_does_not_have_shows_nothing_and_hides_all() {
        String shows = "{\"permissions\": [\"events.read\"], \"sees\": "
                + "[{\"where\": [{\"field\": \"producer\", \"neq\": \"principal.attributes.none\"}]}]}";
        String hides = "{\"never\": [{\"types\": [\"session.*\"], "
                + "\"where\": [{\"field\": \"index.student\", \"eq\": \"principal.attributes.none\"}]}]}";
        assertEquals(List.of(), seen(shows, principal("ada", "teacher")));
        assertEquals(
                5,
                seen(sight(principal("ada", "teacher"), role(hides), Role.ADMIN))
                        .size());
    }

    @Test
    void the_version_moves_with_the_rules_and_with_what_they_were_compared_with() {
        Principal ada = principal("ada", "teacher");
        String before = sight(ada, role(TEACHER)).version();
        assertEquals(before, sight(ada, role(TEACHER)).version());
        assertNotEquals(before, sight(ada, role(GUARDIAN)).version());
        assertNotEquals(
                before, sight(principal("bob", "teacher"), role(TEACHER)).version());
        link("entity.linked", "teacher", "ada", "teaches", "zoe");
        assertNotEquals(before, sight(ada, role(TEACHER)).version());
    }

    @Test
    void an_agent_sees_what_it_did() {
        Role agent = Role.shipped("agent").orElseThrow();
        assertEquals(8, seen(sight(principal("jane", "user"), agent)).size() + 1, "jane appends all but the first");
        assertEquals(List.of(), seen(sight(principal("john", "user"), agent)));
    }

    @Test
    void a_rule_that_is_not_understood_says_where() {
        Invalid refusal = assertThrows(
                Invalid.class,
                () -> role("{\"sees\": [{\"where\": [{\"field\": \"index.x\", \"eq\": \"principal.age\"}]}]}"));
        assertEquals("/sees/0/where/0/eq", refusal.facts().get("pointer"));
        assertThrows(Invalid.class, () -> role("{\"masks\": [{\"hide\": [\"/type\"]}]}"));
        assertThrows(Invalid.class, () -> role("{\"permissions\": [\"events.destroy\"]}"));
        assertTrue(role("{}").permissions().isEmpty());
    }

    private List<Long> seen(String role, Principal principal) {
        return seen(sight(principal, role(role)));
    }

    private List<Long> seen(Sight sight) {
        var seen = new ArrayList<Long>();
        try (Connection connection = database.source().getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT position, document FROM event WHERE ledger_id = ? ORDER BY position")) {
            select.setLong(1, school.ledger().id().value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (sight.extent().contains(row.getLong(1), Json.parse(row.getBytes(2)))) {
                        seen.add(row.getLong(1));
                    }
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return seen;
    }

    private Sight sight(Principal principal, Role... roles) {
        return Sights.narrowed(
                new Rights(Optional.of(principal), Arrays.asList(roles)),
                school.ledger(),
                TestRelated.in(kind, database, school.ledger(), school.size()));
    }

    static Role role(String json) {
        return Role.read("role", Form.of(Json.parse(json.getBytes(StandardCharsets.UTF_8))));
    }

    private static Principal principal(String name, String entityType) {
        return new Principal(
                name,
                "user",
                java.util.Map.of(),
                Optional.of(new EntityRef(entityType, name)),
                List.of(),
                false,
                Optional.empty());
    }

    private void link(String type, String sourceType, String source, String relation, String student) {
        append(
                "{'type':'%s','entity':{'type':'%s','id':'%s'},'payload':{'type':'%s','target':{'type':'student','id':'%s'}}}"
                        .formatted(type, sourceType, source, relation, student));
    }

    private void append(String json) {
        school.append(json.replace('\'', '"'));
    }
}
