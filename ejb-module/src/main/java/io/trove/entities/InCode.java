package io.trove.entities;

import jakarta.enterprise.inject.Instance;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What Java code in the EAR brings, by the name that its qualifier says. There are few of these, and they are looked up once;
 * what is asked for is whatever callers write, and nothing is kept of that.
 */
final class InCode<T> {

    private final Map<String, T> byName = new HashMap<>();

    /** {@code named} is the qualifier of a name. A name that several have is nobody's. */
    <Q extends Annotation> InCode(
            Instance<T> beans, Class<Q> kind, Function<Q, String> name, Function<String, ? extends Q> named) {
        beans.handlesStream()
                .flatMap(each -> each.getBean().getQualifiers().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(name)
                .distinct()
                .forEach(each -> keep(each, beans.select(named.apply(each))));
    }

    private void keep(String name, Instance<T> found) {
        if (found.isResolvable()) {
            byName.put(name, found.get());
        }
    }

    Optional<T> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
