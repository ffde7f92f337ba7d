package io.trove.access;

import io.trove.access.Operand.Meant;
import io.trove.filter.Field;
import io.trove.filter.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which events a role's holders see, or never see: of these types, and so that all of this holds. */
record Rule(Filter types, List<Condition> where) {

    Rule {
        where = List.copyOf(where);
    }

    static Rule read(Form form) {
        form.object(Set.of("types", "where"));
        return new Rule(
                types(form), form.items("where").stream().map(Condition::read).toList());
    }

    /** All types when none is named; {@code session.*} is every type that begins with {@code session.}. */
    static Filter types(Form form) {
        List<String> types = form.items("types").stream().map(Form::text).toList();
        return types.isEmpty() ? Filter.all() : Filter.field(Field.TYPE, types);
    }

    /** What the caller did. */
    static Rule own() {
        return new Rule(Filter.all(), List.of(Condition.own()));
    }

    /** The events that it means for somebody, as a rule of what they see: what they do not have leads to nothing. */
    Optional<Filter> seen(Meanings meanings) {
        return filter(meanings, true);
    }

    /** The same as a rule of what they never see: what they do not have hides all that the rest of the rule means. */
    Optional<Filter> unseen(Meanings meanings) {
        return filter(meanings, false);
    }

    private Optional<Filter> filter(Meanings meanings, boolean shows) {
        Filter filter = types;
        for (Condition condition : where) {
            Meant meant = meanings.of(condition.operand());
            if (!meant.known() && shows) {
                return Optional.empty();
            }
            Optional<Filter> holds =
                    meant.known() ? condition.filter(meant, meanings.related()) : Optional.of(Filter.all());
            if (holds.isEmpty()) {
                return Optional.empty();
            }
            filter = filter.and(holds.get());
        }
        return Optional.of(filter);
    }

    /** What the rules' references mean for a principal, and all that was looked up, which tells one sight from another. */
    static final class Meanings {

        private final Principal principal;
        private final Related related;
        private final List<String> looked = new ArrayList<>();

        Meanings(Principal principal, Related related) {
            this.principal = principal;
            this.related = related;
        }

        Meant of(Operand operand) {
            Meant meant = operand.of(principal, related);
            looked.add(meant.known() + meant.scalars().toString() + meant.entities());
            return meant;
        }

        Related related() {
            return related;
        }

        String text() {
            return looked.toString();
        }
    }
}
