package io.trove.containment;

import io.trove.event.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** What one keyword says of a value; a claim about one kind of value holds for every value of another kind. */
sealed interface Claim {

    record Never() implements Claim {}

    record Kinds(Set<Kind> kinds) implements Claim {}

    record Values(Set<Json> values) implements Claim {}

    record Bound(boolean lower, BigDecimal value, boolean exclusive) implements Claim {
        Bound flipped() {
            return new Bound(!lower, value, !exclusive);
        }
    }

    record MultipleOf(BigDecimal divisor) implements Claim {}

    /** How long a string, an array or an object is: at least, or at most. */
    record Size(Kind kind, boolean least, int count) implements Claim {
        Size flipped() {
            return new Size(kind, !least, least ? count - 1 : count + 1);
        }
    }

    record Pattern(String regex) implements Claim {}

    record Format(String name) implements Claim {}

    record ItemAt(int index, Node node) implements Claim {}

    record ItemsFrom(int from, Node node) implements Claim {}

    /** How many items satisfy the node: at least, or at most. */
    record Containing(Node node, boolean least, int count) implements Claim {
        Containing flipped() {
            return new Containing(node, !least, least ? count - 1 : count + 1);
        }
    }

    record Unique() implements Claim {}

    record Property(String name, Node node) implements Claim {}

    record Matching(String regex, Node node) implements Claim {}

    /** Every property that has none of these names and matches none of these patterns. */
    record Others(Set<String> names, Set<String> regexes, Node node) implements Claim {}

    record Names(Node node) implements Claim {}

    record Required(String name) implements Claim {}

    record Absent(String name) implements Claim {}

    record All(Node node) implements Claim {}

    record Any(List<Node> nodes) implements Claim {}

    record One(List<Node> nodes) implements Claim {}

    record Not(Node node) implements Claim {}

    record Choice(Node condition, Node then, Node otherwise) implements Claim {}

    /** A schema that contains itself. */
    record Loop(Target target) implements Claim {}

    /** A keyword whose meaning depends on more than the schema it stands in. */
    record Opaque(String keyword, Json value, String pointer) implements Claim {}

    /** The kinds of value that can break this claim. */
    default Set<Kind> breakable() {
        if (this instanceof Bound || this instanceof MultipleOf) {
            return Kind.NUMBERS;
        }
        if (this instanceof Size size) {
            return Set.of(size.kind());
        }
        if (this instanceof Pattern || this instanceof Format) {
            return Set.of(Kind.STRING);
        }
        if (this instanceof ItemAt
                || this instanceof ItemsFrom
                || this instanceof Containing
                || this instanceof Unique) {
            return Set.of(Kind.ARRAY);
        }
        boolean ofObjects = this instanceof Property
                || this instanceof Matching
                || this instanceof Others
                || this instanceof Names
                || this instanceof Required
                || this instanceof Absent;
        return ofObjects ? Set.of(Kind.OBJECT) : Kind.ALL;
    }
}
