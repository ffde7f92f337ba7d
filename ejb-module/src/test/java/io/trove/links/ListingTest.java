package io.trove.links;

import static io.trove.links.TestLinks.event;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("database")
class ListingTest {

    @ParameterizedTest
    @EnumSource(Database.class)
    void the_links_of_an_event_are_listed_page_by_page(Database kind) {
        try (FreshDatabase database = FreshDatabase.of(kind)) {
            TestLinks links = TestLinks.in(database);
            links.append(
                    event("a"),
                    event("b"),
                    event("c"),
                    event("d", "parent>a", "parent>b", "reference>c", "x>a"),
                    event("e", "parent>d"));

            for (int limit : List.of(1, 2, 3, 50)) {
                assertEquals(
                        List.of("d parent a", "d parent b", "d reference c", "d x a", "e parent d"),
                        names(links.listed("d", Scope.of(Scope.Direction.BOTH, Set.of()), limit)));
                assertEquals(
                        List.of("d parent a", "d parent b", "d x a"),
                        names(links.listed("d", Scope.of(Scope.Direction.OUT, Set.of("x", "parent")), limit)));
                assertEquals(
                        List.of("e parent d"),
                        names(links.listed("d", Scope.of(Scope.Direction.OUT, Set.of("child")), limit)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_link_of_an_event_to_itself_is_listed_once(Database kind) {
        try (FreshDatabase database = FreshDatabase.of(kind)) {
            TestLinks links = TestLinks.in(database);
            links.append(event("a", "reference>a"), event("b", "reference>a"));

            for (int limit : List.of(1, 50)) {
                assertEquals(
                        List.of("a reference a", "b reference a"),
                        names(links.listed("a", Scope.of(Scope.Direction.BOTH, Set.of()), limit)));
                assertEquals(
                        List.of("a reference a", "b reference a"),
                        names(links.listed("a", Scope.of(Scope.Direction.IN, Set.of()), limit)));
                assertEquals(
                        List.of("a reference a"),
                        names(links.listed("a", Scope.of(Scope.Direction.OUT, Set.of()), limit)));
            }
        }
    }

    private static List<String> names(List<Listed> listed) {
        return listed.stream()
                .map(each -> each.source().id() + " " + each.type() + " "
                        + each.target().id())
                .toList();
    }
}
