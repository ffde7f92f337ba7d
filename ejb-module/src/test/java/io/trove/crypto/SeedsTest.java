package io.trove.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeedsTest {

    @Test
    void many_callers_at_once_never_get_the_same_seed() {
        Seeds seeds = new Seeds();
        Set<String> seen = IntStream.range(0, 10_000)
                .parallel()
                .mapToObj(i -> HexFormat.of().formatHex(seeds.next()))
                .collect(Collectors.toSet());
        assertEquals(10_000, seen.size());
        assertEquals(Set.of(2 * Seeds.LENGTH), seen.stream().map(String::length).collect(Collectors.toSet()));
    }
}
