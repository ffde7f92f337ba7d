package io.trove.access;

import io.trove.access.Operand.Meant;
import io.trove.event.Json;
import io.trove.filter.EntityRef;
import io.trove.filter.Field;
import io.trove.filter.Filter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One comparison of a rule: something of an event with something of the principal, or with what stands in the rule. */
record Condition(String field, Op op, Operand operand) {

    private static final String INDEX = "index.";
    private static final String ENTITY = "entity.";
    private static final Set<String> FIELDS = Set.of("entity", "actor", "producer");
    private static final int NAME_MAX = 100;

    /** How: {@code eq} and {@code in} take any of the values, {@code neq} none of them, {@code contains} all of them. */
    enum Op {
        EQ,
        NEQ,
        IN,
        CONTAINS;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Condition read(Form form) {
        form.object(Set.of("field", "eq", "neq", "in", "contains"));
        Form field = form.required("field");
        if (!isField(field.text())) {
            throw Invalid.at(field.pointer(), field.value(), "index.NAME, entity, entity.NAME, actor or producer");
        }
        List<Op> given = Arrays.stream(Op.values())
                .filter(op -> form.member(op.text()).isPresent())
                .toList();
        if (given.size() != 1) {
            throw Invalid.at(form.pointer(), form.value(), "one of eq, neq, in and contains");
        }
        Op op = given.get(0);
        return new Condition(field.text(), op, Operand.read(form.required(op.text())));
    }

    private static boolean isField(String name) {
        return FIELDS.contains(name) || isNamed(name, INDEX) || isNamed(name, ENTITY);
    }

    private static boolean isNamed(String name, String prefix) {
        return name.startsWith(prefix)
                && name.length() > prefix.length()
                && name.length() <= prefix.length() + NAME_MAX;
    }

    /** The events for which it holds; nothing when it holds for none. */
    Optional<Filter> filter(Meant meant, Related related) {
        Filter all = Filter.all();
        if (op == Op.NEQ) {
            return Optional.of(anyOf(meant, related).map(Filter::not).orElse(all));
        }
        if (op != Op.CONTAINS) {
            return anyOf(meant, related);
        }
        Optional<Filter> each = meant.scalars().isEmpty() ? Optional.empty() : Optional.of(all);
        for (int i = 0; i < meant.scalars().size(); i++) {
            var one = new Meant(
                    meant.scalars().subList(i, i + 1),
                    meant.entities().isEmpty() ? List.of() : meant.entities().subList(i, i + 1),
                    true);
            Optional<Filter> holds = anyOf(one, related);
            each = each.flatMap(so -> holds.map(so::and));
        }
        return each;
    }

    private Optional<Filter> anyOf(Meant meant, Related related) {
        if (meant.scalars().isEmpty()) {
            return Optional.empty();
        }
        if (field.startsWith(INDEX)) {
            return Optional.of(Filter.index(field.substring(INDEX.length()), meant.scalars()));
        }
        if (field.startsWith(ENTITY)) {
            Set<EntityRef> entities = new TreeSet<>();
            meant.scalars().forEach(value -> entities.addAll(related.having(field.substring(ENTITY.length()), value)));
            return entities.isEmpty() ? Optional.empty() : Optional.of(Filter.entities(entities));
        }
        if (field.equals("entity") && !meant.entities().isEmpty()) {
            return Optional.of(Filter.entities(meant.entities()));
        }
        List<String> texts = meant.scalars().stream()
                .map(scalar -> scalar.text().orElseGet(scalar::toString))
                .toList();
        return Optional.of(Filter.field(column(), texts));
    }

    private Field column() {
        return switch (field) {
            case "entity" -> Field.ENTITY_ID;
            case "actor" -> Field.ACTOR_ID;
            default -> Field.PRODUCER;
        };
    }

    /** That the actor is whoever asks. */
    static Condition own() {
        return new Condition("actor", Op.EQ, new Operand(List.<Json>of(), Optional.of("id")));
    }
}
