package io.trove.entities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KinshipTest {

    private final Map<EntityId, State> states = new HashMap<>();
    private final List<EntityId> lookedUp = new ArrayList<>();

    @Test
    void each_of_groups_that_are_all_in_each_other_is_looked_up_once() throws Exception {
        for (int i = 0; i < 30; i++) {
            put(i, -1, IntStream.range(0, 30).boxed().toList());
        }
        assertEquals(Optional.empty(), kinship().deletedWith(states.get(group(0))));
        assertEquals(30, lookedUp.size());
    }

    @Test
    void the_group_is_the_one_that_every_way_looked_at_for_itself_leads_to() throws Exception {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            for (int i = 0; i < 6; i++) {
                put(
                        i,
                        random.nextInt(4) == 0 ? random.nextInt(4) : -1,
                        random.ints(random.nextInt(3), 0, 6).boxed().toList());
            }
            State entity = states.get(group(0));
            lookedUp.clear();
            assertEquals(naive(entity, 0), kinship().deletedWith(entity), "seed %d: %s".formatted(seed, states));
            assertTrue(lookedUp.size() <= 6);
        }
    }

    private Optional<EntityId> naive(State state, int depth) {
        return depth == 8
                ? Optional.empty()
                : state.content().memberOf().entrySet().stream()
                        .filter(each -> {
                            State group = states.get(each.getKey());
                            return group.content().deletedAt() > each.getValue()
                                    || (!group.isDeleted()
                                            && naive(group, depth + 1).isPresent());
                        })
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    private Kinship kinship() {
        return new Kinship(this::lookUp);
    }

    private Optional<State> lookUp(EntityId entity) throws SQLException {
        lookedUp.add(entity);
        return Optional.of(states.get(entity));
    }

    /** In each of these since position 1. */
    private void put(int number, long deletedAt, List<Integer> within) {
        State before = State.before(group(number));
        Content content = Content.EMPTY;
        for (int each : within) {
            content = content.enters(group(each), 1);
        }
        if (deletedAt >= 0) {
            content = content.deleted(deletedAt);
        }
        states.put(
                before.entity(),
                new State(
                        before.entity(),
                        1,
                        1,
                        before.vector(),
                        before.ancestor(),
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        content));
    }

    private static EntityId group(int number) {
        return new EntityId("group", "g" + number);
    }
}
