package io.trove.api;

import io.trove.event.Identifier;
import io.trove.links.Scope;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads which links are asked for: {@code direction} and any number of {@code type}. */
final class Scopes {
    private Scopes() {}

    static Scope of(String direction, List<String> types, Scope.Direction byDefault) {
        return Scope.of(direction(direction, byDefault), types(types));
    }

    static Set<String> types(List<String> types) {
        var named = new LinkedHashSet<String>();
        for (var type : types) {
            if (!Identifier.isOne(type)) {
                throw new ParameterRefused("type", type, "a link's type");
            }
            named.add(type);
        }
        if (named.size() > Scope.TYPES_MAX) {
            throw new ParameterRefused("type", named.size() + " types", "at most " + Scope.TYPES_MAX);
        }
        return named;
    }

    private static Scope.Direction direction(String direction, Scope.Direction byDefault) {
        if (direction == null) {
            return byDefault;
        }
        try {
            return Scope.Direction.valueOf(direction.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ParameterRefused("direction", direction, "out, in or both", e);
        }
    }
}
