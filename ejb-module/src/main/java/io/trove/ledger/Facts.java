package io.trove.ledger;

import java.util.Map;
import java.util.Optional;

/** What was found out for a request, before the lock, in the events below a position. */
record Facts(long below, Map<Known.Key, Optional<Known>> known) {

    Facts {
        known = Map.copyOf(known);
    }

    Optional<Known> find(Known.Key key) {
        return known.getOrDefault(key, Optional.empty());
    }
}
