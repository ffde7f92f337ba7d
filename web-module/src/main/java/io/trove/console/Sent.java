package io.trove.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Where the forms of a session led that were sent, so that one that is sent twice does once what it asks for. */
final class Sent {
    private static final int KEPT_MAX = 100;

    private final Map<String, Address> led = new LinkedHashMap<>();

    /** Where this form led already, or does it now; empty when that is refused. One after the other: the second waits for the first. */
    synchronized Optional<Address> once(String form, Supplier<Optional<Address>> deed) {
        if (led.containsKey(form)) {
            return Optional.of(led.get(form));
        }
        var next = deed.get();
        next.ifPresent(address -> keep(form, address));
        return next;
    }

    private void keep(String form, Address address) {
        if (led.size() == KEPT_MAX) {
            led.remove(led.keySet().iterator().next());
        }
        led.put(form, address);
    }
}
