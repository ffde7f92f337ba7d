package io.trove.access;

import java.util.List;
import java.util.stream.Stream;

/**
 * Refuses of a role that is asked for what would show more or hide less than it seems to: an empty list where one that is
 * absent means all, a pattern that is none, a mask of nothing. What was recorded before is read as it is.
 */
final class Unclear {

    private static final List<String> OPERANDS = List.of("eq", "neq", "in", "contains");
    private static final String BELOW = ".*";

    private Unclear() {}

    /** A role whose parts are what roles are made of. */
    static void refuse(Form role) {
        require(role, "sees", "one rule or more, or nothing for everything");
        Stream.of("sees", "never").flatMap(rules -> role.items(rules).stream()).forEach(Unclear::rule);
        role.items("masks").forEach(Unclear::mask);
    }

    private static void rule(Form rule) {
        types(rule);
        if (rule.items("types").isEmpty() && rule.items("where").isEmpty()) {
            throw Invalid.at(rule.pointer(), rule.value(), "types, conditions (where), or both");
        }
        rule.items("where").forEach(Unclear::condition);
    }

    private static void types(Form holder) {
        require(holder, "types", "one type or more, or nothing for all of them");
        for (Form type : holder.items("types")) {
            String text = type.text();
            String fixed = text.endsWith(BELOW) ? text.substring(0, text.length() - BELOW.length()) : text;
            if (fixed.isEmpty() || fixed.contains("*")) {
                throw Invalid.at(
                        type.pointer(), type.value(), "a type, or such as session.* for all that begin with session.");
            }
        }
    }

    private static void condition(Form condition) {
        for (String op : OPERANDS) {
            require(condition, op, "one value or more");
            condition
                    .member(op)
                    .filter(Unclear::isList)
                    .ifPresent(list -> list.items().forEach(Unclear::item));
        }
    }

    private static void item(Form item) {
        if (item.value()
                .text()
                .filter(text -> text.startsWith(Operand.PRINCIPAL))
                .isPresent()) {
            throw Invalid.at(
                    item.pointer(),
                    item.value(),
                    "a value; what is the principal's stands alone, and a text that begins so is {\"text\": a text}");
        }
    }

    private static void mask(Form mask) {
        types(mask);
        boolean isRedacting = !mask.items("redact").isEmpty();
        if (!isRedacting && mask.items("hide").isEmpty()) {
            throw Invalid.at(mask.pointer(), mask.value(), "hide or redact with one field or more");
        }
        if (!isRedacting && mask.member("to").isPresent()) {
            throw Invalid.at(mask.pointer() + "/to", "what no field is redacted to", "redact beside it");
        }
    }

    private static void require(Form holder, String name, String wanted) {
        holder.member(name)
                .filter(Unclear::isList)
                .filter(list -> list.value().items().isEmpty())
                .ifPresent(list -> {
                    throw Invalid.at(list.pointer(), "empty", wanted);
                });
    }

    private static boolean isList(Form form) {
        return form.value().isArray();
    }
}
