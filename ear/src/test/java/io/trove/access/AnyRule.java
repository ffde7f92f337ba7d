package io.trove.access;

import java.util.List;
import java.util.Optional;

/** A rule: of events of this type, or of any that begins with thing, those whose field has one of these values, or none of them. */
record AnyRule(Optional<String> type, String field, List<String> values, boolean isNegated) {

    boolean means(AnyEvent event) {
        return type.map(event.type()::equals).orElse(true) && values.contains(event.field(field)) != isNegated;
    }

    String json() {
        String types = " \"types\": [\"%s\"],".formatted(type.orElse("thing.*"));
        String where = isNegated
                ? "\"neq\": \"" + values.get(0) + "\""
                : "\"in\": [\"" + String.join("\", \"", values) + "\"]";
        return "{%s \"where\": [{\"field\": \"%s\", %s}]}".formatted(types, field, where);
    }
}
