package io.trove.access;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Somebody who sees some of the events, and how they come in.
 *
 * @param events all that there are; the event of number n is at position n + 1
 * @param about what to say when an answer is wrong
 */
record Somebody(List<AnyEvent> events, Set<Integer> sees, boolean isMasked, Ways ways, String about) {

    boolean sees(AnyEvent event) {
        return sees.contains(event.number());
    }

    /** Those of the events that are seen and meant, in their order. */
    List<AnyEvent> seen(Predicate<AnyEvent> meant) {
        return events.stream().filter(event -> sees(event) && meant.test(event)).collect(Collectors.toList());
    }
}
