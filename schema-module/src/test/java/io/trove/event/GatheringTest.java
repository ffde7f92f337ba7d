package io.trove.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatheringTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 24, 25, 5_000})
    void any_number_of_members_in_any_order_is_sorted(int count) {
        List<String> names = names(count);
        String sorted = names.stream()
                .sorted()
                .map("\"%1$s\":{\"a\":%1$s,\"b\":[]}"::formatted)
                .collect(joining(",", "{", "}"));
        assertEquals(sorted, Json.parse(object(names)).toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 24, 25, 5_000})
    void one_that_is_there_twice_is_named(int count) {
        List<String> names = names(count);
        String twice = names.get(count - 1);
        names.add(count / 2, twice);
        Malformed refusal = assertThrows(Malformed.class, () -> Json.parse(object(names)));
        assertEquals("the member \"%s\" for the second time in one object".formatted(twice), refusal.reason());
    }

    private static List<String> names(int count) {
        var names = new ArrayList<>(
                IntStream.range(0, count).mapToObj(Integer::toString).toList());
        Collections.shuffle(names, new Random(count));
        return names;
    }

    private static byte[] object(List<String> names) {
        return names.stream()
                .map("\"%1$s\":{\"b\":[],\"a\":%1$s}"::formatted)
                .collect(joining(",", "{", "}"))
                .getBytes(UTF_8);
    }
}
