package io.trove.containment;

import io.trove.event.Json;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What an atom demands, in words that follow "must" or "may". */
final class Demand {
    private static final int SHOWN_MAX = 5;

    private Demand() {}

    /** A sentence's object: "the property x must be at least 3". */
    static String of(Atom atom) {
        return place(atom.where()) + " must " + words(atom.rule());
    }

    private static String place(String where) {
        if (where.isEmpty()) {
            return "the document";
        }
        String last = where.substring(where.lastIndexOf('/') + 1);
        return switch (last) {
            case "*" -> "any other property at " + where;
            case "-" -> "every item at " + where;
            case "{name}" -> "every property name at " + where;
            default -> where;
        };
    }

    private static String words(Rule rule) {
        Claim claim = rule.claim();
        if (claim instanceof Claim.Never) {
            return "not be there";
        } else if (claim instanceof Claim.Kinds kinds) {
            return "be of type " + types(kinds.kinds());
        } else if (claim instanceof Claim.Values values) {
            return "be " + values(values.values());
        } else if (claim instanceof Claim.Bound bound) {
            String than = bound.lower() ? "more than " : "less than ";
            String least = bound.lower() ? "at least " : "at most ";
            return "be " + (bound.exclusive() ? than : least) + bound.value().toPlainString();
        } else if (claim instanceof Claim.MultipleOf multiple) {
            return "be a multiple of " + multiple.divisor().toPlainString();
        } else if (claim instanceof Claim.Size size) {
            String of =
                    size.kind() == Kind.STRING ? " characters" : size.kind() == Kind.ARRAY ? " items" : " properties";
            return "have " + (size.least() ? "at least " : "at most ") + size.count() + of;
        } else if (claim instanceof Claim.Pattern pattern) {
            return "match the pattern " + pattern.regex();
        } else if (claim instanceof Claim.Format format) {
            return "have the format " + format.name();
        } else if (claim instanceof Claim.Required required) {
            return "have the property " + required.name();
        } else if (claim instanceof Claim.Unique) {
            return "have no item twice";
        } else if (claim instanceof Claim.Containing containing) {
            String count = (containing.least() ? "at least " : "at most ") + containing.count();
            return "have " + count + " of the items that contains describes";
        }
        return "satisfy " + rule.keyword() + " at " + rule.pointer();
    }

    private static String types(Set<Kind> kinds) {
        boolean number = kinds.containsAll(Kind.NUMBERS);
        String names = Set.copyOf(kinds).stream()
                .sorted()
                .filter(kind -> !number || kind != Kind.INTEGER)
                .map(kind -> kind == Kind.FRACTION ? "number" : kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
        return names.isEmpty() ? "none" : names;
    }

    private static String values(Set<Json> values) {
        String shown =
                values.stream().limit(SHOWN_MAX).map(Demand::shortened).sorted().collect(Collectors.joining(", "));
        String more = values.size() > SHOWN_MAX ? " or one of " + (values.size() - SHOWN_MAX) + " more" : "";
        return (values.size() == 1 ? "" : "one of ") + shown + more;
    }

    private static String shortened(Json value) {
        String text = value.toString();
        return text.length() <= 40 ? text : text.substring(0, 40) + '…';
    }
}
