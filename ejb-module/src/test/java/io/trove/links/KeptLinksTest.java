package io.trove.links;

import static io.trove.links.TestLinks.event;
import static io.trove.links.TestLinks.linked;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.ledger.Compared;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
class KeptLinksTest {

    private static FreshDatabase database;

    @Parameter
    Database kind;

    private TestLinks links;

    @BeforeParameterizedClassInvocation
    static void aDatabase(Database kind) {
        database = FreshDatabase.of(kind);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        database.close();
    }

    @BeforeEach
    void a_ledger() {
        links = TestLinks.in(database);
    }

    @Test
    void edges_that_nobody_touched_agree_with_their_events_however_they_were_said() throws SQLException {
        links.append(event("a", "reference>c"), event("b", "reference>a", "child>b", "parent>b"), event("c"));
        links.append(event("a", 2), event("d", "reference>a", "reference>a/1", "reference>a"));
        links.append(event("e", "reference>later/3"), event("f", "reference>soon", "reference>soon"));
        links.append(event("soon"), event("later"), event("later", 2), linked("linked", "e", "parent", "nowhere"));
        links.append(linked("linked", "a", "parent", "d"), linked("unlinked", "a", "parent", "d"));
        links.append(event("g", "reference>h"), event("h"), event("h", 2), event("i", "reference>h/1"));
        assertEquals(List.of(), differences());
    }

    @Test
    void edges_of_any_events_agree_with_them() throws SQLException {
        var random = new Random(7);
        int[] versions = new int[40];
        while (links.ledger().size() < 300) {
            var request = new ArrayList<String>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                int id = random.nextInt(versions.length);
                var said = new String[random.nextInt(3)];
                for (int j = 0; j < said.length; j++) {
                    String version = random.nextBoolean() ? "" : "/" + (1 + random.nextInt(4));
                    said[j] = (random.nextBoolean() ? "reference" : "child") + ">" + random.nextInt(versions.length)
                            + version;
                }
                request.add(event(Integer.toString(id), ++versions[id], said));
            }
            links.append(request.toArray(String[]::new));
        }
        assertEquals(List.of(), differences());
    }

    @Test
    void an_edge_that_leads_elsewhere_is_named_with_its_field() throws SQLException {
        int last = linkedEvents();
        tamper("UPDATE link SET target = 1 WHERE position = " + last);
        assertEquals(List.of(last + " link target"), differences());
        tamper("UPDATE link SET target = 2, type = 'parent' WHERE position = " + last);
        assertEquals(List.of(last + " link type"), differences());
    }

    @Test
    void an_edge_that_was_taken_away_is_named_and_so_is_one_that_was_slipped_in() throws SQLException {
        int last = linkedEvents();
        tamper("INSERT INTO link SELECT ledger_id, 1, ordinal, type, source, target FROM link WHERE position = "
                + last);
        assertEquals(List.of("1 link ordinal"), differences());
        tamper("DELETE FROM link WHERE position = " + last);
        assertEquals(List.of(last + " link ordinal", "1 link ordinal"), differences());
    }

    @Test
    void a_removal_and_what_waits_are_held_against_their_events() throws SQLException {
        links.append(event("a"), event("b", "reference>a"), event("c", "reference>nobody"));
        links.append(linked("unlinked", "b", "reference", "a"));
        tamper("UPDATE link_waiting SET target_id = 'a'");
        tamper("DELETE FROM link_removal");
        assertEquals(List.of("4 link removal position", "3 waiting link target_id"), differences());
    }

    @Test
    void an_edge_before_all_events_is_a_stray() throws SQLException {
        int last = linkedEvents();
        tamper("UPDATE link SET position = -3 WHERE position = " + last);
        assertEquals(
                List.of(-3L),
                links.reading(tables -> new KeptLinks()
                        .strays(tables, links.ledger().size(), 10).stream()
                                .map(each -> each.position())
                                .toList()));
    }

    /** Two events that nothing leads from, and one at the position that is told, with a link to the second. */
    private int linkedEvents() {
        links.append(event("a"), event("b"));
        links.append(event("c", "reference>b"));
        return (int) links.ledger().size() - 1;
    }

    private void tamper(String sql) throws SQLException {
        assertEquals(1, Compared.tamper(database, links.ledger().ledger(), sql), sql);
    }

    private List<String> differences() throws SQLException {
        return Compared.differences(
                new KeptLinks(),
                database,
                links.ledger().ledger(),
                links.ledger().size());
    }
}
