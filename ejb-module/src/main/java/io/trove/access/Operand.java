package io.trove.access;

import io.trove.event.Json;
import io.trove.filter.EntityRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a rule compares with: texts as they stand, or something of the principal that asks. */
record Operand(List<Json> literal, Optional<String> reference) {

    static final String PRINCIPAL = "principal.";

    private static final String ATTRIBUTES = "attributes.";
    private static final String RELATED = "related.";
    private static final int RELATION_MAX = 100;

    Operand {
        literal = List.copyOf(literal);
    }

    /** What an operand is for somebody; {@code known} is false when they have no such thing at all. */
    record Meant(List<Json> scalars, List<EntityRef> entities, boolean known) {

        static final Meant NOTHING = new Meant(List.of(), List.of(), false);

        static Meant scalars(List<Json> scalars) {
            return new Meant(scalars, List.of(), true);
        }

        static Meant entities(List<EntityRef> entities) {
            List<Json> ids =
                    entities.stream().map(entity -> Json.of(entity.id())).toList();
            return new Meant(ids, entities, true);
        }
    }

    /** A text that begins with {@code principal.} is a reference; {@code {"text": …}} is such a text itself. */
    static Operand read(Form form) {
        Optional<String> text = form.value().text();
        if (text.filter(it -> it.startsWith(PRINCIPAL)).isPresent()) {
            return new Operand(List.of(), Optional.of(reference(form, text.get().substring(PRINCIPAL.length()))));
        }
        var literal = new ArrayList<Json>();
        if (form.value().isArray()) {
            form.items().forEach(item -> literal.add(scalar(item)));
        } else {
            literal.add(scalar(form));
        }
        return new Operand(literal, Optional.empty());
    }

    private static String reference(Form form, String name) {
        boolean isNamed = (name.startsWith(ATTRIBUTES) && name.length() > ATTRIBUTES.length())
                || (name.startsWith(RELATED)
                        && name.length() > RELATED.length()
                        && name.length() <= RELATED.length() + RELATION_MAX);
        if (!isNamed && !Set.of("id", "entity").contains(name)) {
            throw Invalid.at(
                    form.pointer(),
                    form.value(),
                    "principal.id, principal.entity, principal.attributes.NAME or principal.related.RELATION");
        }
        return name;
    }

    private static Json scalar(Form form) {
        if (form.value().isObject()) {
            return Json.of(form.object(Set.of("text")).required("text").text());
        }
        if (!Form.isScalar(form.value())) {
            throw Invalid.at(form.pointer(), form.value(), "a text, a number, a boolean, or {\"text\": a text}");
        }
        return form.value();
    }

    Meant of(Principal principal, Related related) {
        if (reference.isEmpty()) {
            return Meant.scalars(literal);
        }
        String name = reference.get();
        if (name.equals("id")) {
            return Meant.scalars(List.of(Json.of(principal.name())));
        }
        if (name.startsWith(ATTRIBUTES)) {
            return Optional.ofNullable(principal.attributes().get(name.substring(ATTRIBUTES.length())))
                    .map(value -> Meant.scalars(value.isArray() ? value.items() : List.of(value)))
                    .orElse(Meant.NOTHING);
        }
        if (principal.entity().isEmpty()) {
            return Meant.NOTHING;
        }
        EntityRef own = principal.entity().get();
        return Meant.entities(
                name.equals("entity") ? List.of(own) : related.targets(own, name.substring(RELATED.length())));
    }
}
