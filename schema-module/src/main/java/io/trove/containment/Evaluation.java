package io.trove.containment;

import io.trove.event.Json;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a value satisfies claims; what this cannot tell, a validator is asked. */
final class Evaluation {
    private static final int DEPTH_MAX = 100;

    private final Budget budget;
    private final Map<String, Optional<Automaton>> automata = new HashMap<>();
    private int depth;

    Evaluation(Budget budget) {
        this.budget = budget;
    }

    /** Whether a text has a match of a regular expression; unclear when no automaton decides that. */
    Truth finds(String regex, String text) {
        return automata.computeIfAbsent(regex, any -> Regex.of(any).flatMap(Automaton::of))
                .map(automaton -> Truth.of(automaton.finds(text, budget)))
                .orElse(Truth.UNCLEAR);
    }

    Truth of(Json value, Set<Claim> yes, Set<Claim> no) {
        Truth truth = Truth.YES;
        for (Claim claim : yes) {
            truth = truth.and(of(value, claim));
        }
        for (Claim claim : no) {
            truth = truth.and(of(value, claim).not());
        }
        return truth;
    }

    Truth of(Json value, Node node) {
        Truth truth = Truth.YES;
        for (Rule rule : node.rules()) {
            truth = truth.and(of(value, rule.claim()));
            if (truth == Truth.NO) {
                return truth;
            }
        }
        return truth;
    }

    Truth of(Json value, Claim claim) {
        budget.step();
        if (depth > DEPTH_MAX) {
            return Truth.UNCLEAR;
        }
        Kind kind = Kind.of(value);
        if (!claim.breakable().contains(kind)) {
            return Truth.YES;
        }
        depth++;
        try {
            return switch (kind) {
                case OBJECT -> ofObject(value, claim);
                case ARRAY -> ofArray(value, claim);
                default -> ofScalar(value, kind, claim);
            };
        } finally {
            depth--;
        }
    }

    private Truth ofAny(Json value, Kind kind, Claim claim) {
        if (claim instanceof Claim.Never) {
            return Truth.NO;
        } else if (claim instanceof Claim.Kinds kinds) {
            return Truth.of(kinds.kinds().contains(kind));
        } else if (claim instanceof Claim.Values values) {
            return Truth.of(values.values().contains(value));
        } else if (claim instanceof Claim.All all) {
            return of(value, all.node());
        } else if (claim instanceof Claim.Any any) {
            return any.nodes().stream().map(node -> of(value, node)).reduce(Truth.NO, Truth::or);
        } else if (claim instanceof Claim.One one) {
            return exactlyOne(value, one.nodes());
        } else if (claim instanceof Claim.Not not) {
            return of(value, not.node()).not();
        } else if (claim instanceof Claim.Choice choice) {
            Truth condition = of(value, choice.condition());
            Truth then = condition.not().or(of(value, choice.then()));
            return then.and(condition.or(of(value, choice.otherwise())));
        } else if (claim instanceof Claim.Loop loop) {
            return of(value, loop.target().node());
        }
        return Truth.UNCLEAR;
    }

    private Truth exactlyOne(Json value, List<Node> nodes) {
        int holding = 0;
        int unclear = 0;
        for (Node node : nodes) {
            Truth truth = of(value, node);
            holding += truth == Truth.YES ? 1 : 0;
            unclear += truth == Truth.UNCLEAR ? 1 : 0;
        }
        if (holding > 1 || holding + unclear == 0) {
            return Truth.NO;
        }
        return unclear == 0 ? Truth.YES : Truth.UNCLEAR;
    }

    private Truth ofScalar(Json value, Kind kind, Claim claim) {
        if (claim instanceof Claim.Bound bound) {
            int compared = Kind.number(value).compareTo(bound.value());
            return Truth.of(compared == 0 ? !bound.exclusive() : compared > 0 == bound.lower());
        } else if (claim instanceof Claim.MultipleOf multiple) {
            return Truth.of(isMultiple(Kind.number(value), multiple.divisor()));
        }
        String text = value.text().orElse("");
        if (claim instanceof Claim.Size size) {
            return Truth.of(fits(size, text.codePointCount(0, text.length())));
        } else if (claim instanceof Claim.Pattern pattern) {
            return finds(pattern.regex(), text);
        } else if (claim instanceof Claim.Format format) {
            return Formats.of(format.name(), text);
        }
        return ofAny(value, kind, claim);
    }

    static boolean isMultiple(BigDecimal number, BigDecimal divisor) {
        return number.signum() == 0
                || (divisor.signum() != 0
                        && Math.abs((long) number.scale() - divisor.scale()) < 1_000
                        && number.remainder(divisor).signum() == 0);
    }

    private static boolean fits(Claim.Size size, int count) {
        return size.least() ? count >= size.count() : count <= size.count();
    }

    private Truth ofObject(Json value, Claim claim) {
        Map<String, Json> members = value.members();
        if (claim instanceof Claim.Size size) {
            return Truth.of(fits(size, members.size()));
        } else if (claim instanceof Claim.Required required) {
            return Truth.of(members.containsKey(required.name()));
        } else if (claim instanceof Claim.Absent absent) {
            return Truth.of(!members.containsKey(absent.name()));
        } else if (claim.breakable().size() > 1) {
            return ofAny(value, Kind.OBJECT, claim);
        }
        Truth truth = Truth.YES;
        for (Map.Entry<String, Json> member : members.entrySet()) {
            truth = truth.and(ofMember(member.getKey(), member.getValue(), claim));
        }
        return truth;
    }

    private Truth ofMember(String name, Json value, Claim claim) {
        if (claim instanceof Claim.Names names) {
            return of(Json.of(name), names.node());
        } else if (claim instanceof Claim.Property property) {
            return property.name().equals(name) ? of(value, property.node()) : Truth.YES;
        } else if (claim instanceof Claim.Matching matching) {
            return finds(matching.regex(), name).not().or(of(value, matching.node()));
        }
        Claim.Others others = (Claim.Others) claim;
        return named(others, name).or(of(value, others.node()));
    }

    /** Whether a name is one of those that are no others. */
    Truth named(Claim.Others others, String name) {
        Truth named = Truth.of(others.names().contains(name));
        for (String regex : others.regexes()) {
            named = named.or(finds(regex, name));
        }
        return named;
    }

    private Truth ofArray(Json value, Claim claim) {
        List<Json> items = value.items();
        if (claim instanceof Claim.Size size) {
            return Truth.of(fits(size, items.size()));
        } else if (claim instanceof Claim.Unique) {
            Set<Json> seen = new HashSet<>(items);
            return Truth.of(seen.size() == items.size());
        } else if (claim instanceof Claim.ItemAt at) {
            return at.index() < items.size() ? of(items.get(at.index()), at.node()) : Truth.YES;
        } else if (claim instanceof Claim.ItemsFrom from) {
            return items.stream()
                    .skip(from.from())
                    .map(item -> of(item, from.node()))
                    .reduce(Truth.YES, Truth::and);
        } else if (claim instanceof Claim.Containing containing) {
            return contains(items, containing);
        }
        return ofAny(value, Kind.ARRAY, claim);
    }

    private Truth contains(List<Json> items, Claim.Containing claim) {
        int least = 0;
        int most = 0;
        for (Json item : items) {
            Truth truth = of(item, claim.node());
            least += truth == Truth.YES ? 1 : 0;
            most += truth == Truth.NO ? 0 : 1;
        }
        boolean never = claim.least() ? most < claim.count() : least > claim.count();
        boolean surely = claim.least() ? least >= claim.count() : most <= claim.count();
        return never ? Truth.NO : surely ? Truth.YES : Truth.UNCLEAR;
    }
}
