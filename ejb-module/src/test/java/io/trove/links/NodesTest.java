package io.trove.links;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("database")
class NodesTest {

    @ParameterizedTest
    @EnumSource(Database.class)
    void names_and_positions_are_told_from_each_other_as_of_any_position(Database kind) {
        try (FreshDatabase database = FreshDatabase.of(kind)) {
            TestLinks links = TestLinks.in(database);
            links.append(TestLinks.event("a"), TestLinks.event("b"), TestLinks.event("a", 2));
            links.reading(tables -> {
                var nodes = new Nodes(tables);
                assertEquals(
                        Optional.of(3L), nodes.find("a", OptionalInt.empty(), 4).map(Node::position));
                assertEquals(
                        Optional.of(1L), nodes.find("a", OptionalInt.empty(), 3).map(Node::position));
                assertEquals(
                        Optional.of(1L), nodes.find("a", OptionalInt.of(1), 4).map(Node::position));
                assertEquals(Optional.empty(), nodes.find("a", OptionalInt.of(2), 3));
                assertEquals(
                        Set.of(1L, 2L, 3L),
                        nodes.named(Set.of("a", "b", "nobody"), 4).stream()
                                .map(Node::position)
                                .collect(Collectors.toSet()));
                assertEquals(
                        Map.of(1L, "a", 2L, "b"),
                        nodes.at(List.of(1L, 2L, 3L, 9L), 3).values().stream()
                                .collect(Collectors.toMap(
                                        Node::position, node -> node.id().id())));
                assertEquals(0, nodes.changes("a", "a", 4));
                return 0;
            });
        }
    }
}
