package io.trove.entities;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.event.Json;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class JsonPatchTest {

    @Test
    void what_is_equal_needs_no_operation_and_names_are_written_as_pointers_have_them() {
        Json same = Json.object(Map.of("a/b", 1));
        assertEquals(List.of(), JsonPatch.between(same, same));
        assertEquals(
                "[{\"op\":\"replace\",\"path\":\"/a~1b\",\"value\":2}]",
                Json.array(JsonPatch.between(same, Json.object(Map.of("a/b", 2))))
                        .toString());
    }

    @RepeatedTest(200)
    void a_patch_makes_one_value_of_the_other() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        Json from = any(random, 3);
        Json to = any(random, 3);
        Json at = from;
        for (Map<String, Object> operation : JsonPatch.between(from, to)) {
            Json value = operation.get("value") instanceof Json json ? json : Json.nul();
            List<String> path = new ArrayList<>(List.of(((String) operation.get("path")).split("/", -1)));
            path.remove(0);
            at = applied(at, (String) operation.get("op"), path.iterator(), value);
        }
        assertEquals(to, at, "seed " + seed);
    }

    /** RFC 6902, plainly. */
    private static Json applied(Json target, String operation, Iterator<String> path, Json value) {
        if (!path.hasNext()) {
            return value;
        }
        String name = path.next().replace("~1", "/").replace("~0", "~");
        boolean isLast = !path.hasNext();
        if (target.isArray()) {
            var items = new ArrayList<Object>(target.items());
            int place = Integer.parseInt(name);
            if (isLast && operation.equals("add")) {
                items.add(place, value);
            } else if (isLast && operation.equals("remove")) {
                items.remove(place);
            } else {
                items.set(place, applied(target.items().get(place), operation, path, value));
            }
            return Json.array(items);
        }
        Map<String, Json> members = new TreeMap<>(target.members());
        if (isLast && operation.equals("remove")) {
            members.remove(name);
        } else {
            members.put(name, applied(members.getOrDefault(name, Json.nul()), operation, path, value));
        }
        return Json.object(members);
    }

    private static Json any(Random random, int depth) {
        int kind = random.nextInt(depth == 0 ? 2 : 4);
        if (kind < 2) {
            return Json.of(random.nextInt(3));
        }
        if (kind == 2) {
            var items = new ArrayList<Json>();
            for (int i = random.nextInt(4); i > 0; i--) {
                items.add(any(random, depth - 1));
            }
            return Json.array(items);
        }
        Map<String, Json> members = new TreeMap<>();
        for (String name : List.of("a", "b/c", "d~e")) {
            if (random.nextBoolean()) {
                members.put(name, any(random, depth - 1));
            }
        }
        return Json.object(members);
    }
}
