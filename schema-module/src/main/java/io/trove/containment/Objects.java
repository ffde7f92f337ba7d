package io.trove.containment;

import io.trove.event.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** An object that satisfies claims, or proof that there is none: its names are chosen first, then each one's value. */
final class Objects {
    private static final int SPLITS_MAX = 6;
    private static final int MEMBERS_MAX = 2_000;

    private final Search search;
    private final Set<Claim> yes;
    private final Set<Claim> no;
    private final Set<String> mentioned = new LinkedHashSet<>();
    private final Set<String> absent = new HashSet<>();
    private final Set<String> required = new LinkedHashSet<>();
    private final List<Claim> needs = new ArrayList<>();
    private final Set<Claim> splits = new LinkedHashSet<>();
    private final Set<Claim> ofNames = new LinkedHashSet<>();
    private final Set<Json> excluded = new HashSet<>();
    private int least;
    private int most = Integer.MAX_VALUE;
    private boolean open;

    Objects(Search search, Set<Claim> yes, Set<Claim> no) {
        this.search = search;
        this.yes = yes;
        this.no = no;
    }

    Outcome find() {
        yes.forEach(this::holds);
        no.forEach(this::fails);
        mentioned.addAll(required);
        mentioned.addAll(absent);
        if (least > most || required.stream().anyMatch(absent::contains)) {
            return Outcome.NONE;
        }
        if (splits.size() > SPLITS_MAX || least > MEMBERS_MAX) {
            return Outcome.OPEN;
        }
        Map<String, Set<Claim>> chosen = new LinkedHashMap<>();
        required.forEach(name -> chosen.put(name, new LinkedHashSet<>()));
        Outcome outcome = choose(0, chosen);
        return outcome.isFound() || !open ? outcome : Outcome.OPEN;
    }

    private void holds(Claim claim) {
        if (claim instanceof Claim.Property property) {
            mentioned.add(property.name());
        } else if (claim instanceof Claim.Matching matching) {
            splits.add(new Claim.Pattern(matching.regex()));
        } else if (claim instanceof Claim.Others others) {
            mention(others);
        } else if (claim instanceof Claim.Names names) {
            ofNames.add(new Claim.All(names.node()));
        } else if (claim instanceof Claim.Required one) {
            required.add(one.name());
        } else if (claim instanceof Claim.Absent one) {
            absent.add(one.name());
        } else if (claim instanceof Claim.Size size && size.kind() == Kind.OBJECT) {
            least = size.least() ? Math.max(least, size.count()) : least;
            most = size.least() ? most : Math.min(most, size.count());
        }
    }

    private void mention(Claim.Others others) {
        mentioned.addAll(others.names());
        others.regexes().forEach(regex -> splits.add(new Claim.Pattern(regex)));
    }

    /** A claim about properties fails at one of them. */
    private void fails(Claim claim) {
        if (claim instanceof Claim.Values values) {
            values.values().stream().filter(Json::isObject).forEach(excluded::add);
            return;
        }
        if (claim instanceof Claim.Property property) {
            required.add(property.name());
        } else if (claim instanceof Claim.Matching matching) {
            splits.add(new Claim.Pattern(matching.regex()));
        } else if (claim instanceof Claim.Others others) {
            mention(others);
        } else if (claim instanceof Claim.Names names) {
            splits.add(new Claim.All(names.node()));
        } else {
            return;
        }
        needs.add(claim);
    }

    /** Gives each need a name, which may be one that is there already. */
    private Outcome choose(int need, Map<String, Set<Claim>> chosen) {
        search.budget().step();
        if (need == needs.size()) {
            return chosen.size() > most ? Outcome.NONE : complete(chosen);
        }
        Outcome outcome = Outcome.NONE;
        Set<String> candidates = new LinkedHashSet<>(mentioned);
        candidates.addAll(chosen.keySet());
        candidates.addAll(fresh(chosen.keySet()));
        for (String name : candidates) {
            Truth fits = absent.contains(name) ? Truth.NO : fits(needs.get(need), name);
            if (fits == Truth.NO) {
                continue;
            }
            Map<String, Set<Claim>> with = new LinkedHashMap<>();
            chosen.forEach((other, claims) -> with.put(other, new LinkedHashSet<>(claims)));
            Set<Claim> fails = with.computeIfAbsent(name, any -> new LinkedHashSet<>());
            node(needs.get(need)).ifPresent(node -> fails.add(new Claim.All(node)));
            Outcome one = choose(need + 1, with).orUnsure(fits == Truth.UNCLEAR);
            if (one.isFound() && one.sure()) {
                return one;
            }
            outcome = outcome.or(one);
        }
        return outcome;
    }

    private Truth fits(Claim need, String name) {
        if (need instanceof Claim.Property property) {
            return Truth.of(property.name().equals(name));
        } else if (need instanceof Claim.Matching matching) {
            return search.evaluation().finds(matching.regex(), name);
        } else if (need instanceof Claim.Others others) {
            return search.evaluation().named(others, name).not();
        }
        return search.evaluation()
                .of(Json.of(name), ((Claim.Names) need).node())
                .not();
    }

    private static Optional<Node> node(Claim need) {
        if (need instanceof Claim.Property property) {
            return Optional.of(property.node());
        } else if (need instanceof Claim.Matching matching) {
            return Optional.of(matching.node());
        }
        return need instanceof Claim.Others others ? Optional.of(others.node()) : Optional.empty();
    }

    /** A name that is none of those mentioned, for each way of matching the patterns that tell names apart. */
    private List<String> fresh(Set<String> taken) {
        List<Claim> apart = List.copyOf(splits);
        Set<Json> not = new HashSet<>();
        mentioned.forEach(name -> not.add(Json.of(name)));
        taken.forEach(name -> not.add(Json.of(name)));
        List<String> found = new ArrayList<>();
        for (int way = 0; way < 1 << apart.size(); way++) {
            Set<Claim> wanted = new LinkedHashSet<>(ofNames);
            Set<Claim> unwanted = new LinkedHashSet<>();
            unwanted.add(new Claim.Values(not));
            for (int i = 0; i < apart.size(); i++) {
                ((way >> i & 1) == 1 ? wanted : unwanted).add(apart.get(i));
            }
            Outcome name = search.find(wanted, unwanted, Set.of(Kind.STRING));
            name.witness().flatMap(Json::text).ifPresent(found::add);
            open |= !name.sure();
        }
        return found;
    }

    /** Gives each name its value, and adds names until there are enough. */
    private Outcome complete(Map<String, Set<Claim>> chosen) {
        Map<String, Json> members = new TreeMap<>();
        boolean sure = true;
        for (Map.Entry<String, Set<Claim>> one : chosen.entrySet()) {
            Outcome value = member(one.getKey(), one.getValue());
            if (!value.isFound()) {
                return value;
            }
            sure &= value.sure();
            members.put(one.getKey(), value.witness().orElseThrow());
        }
        Outcome filled = fill(members, least);
        while (filled.isFound() && excluded.contains(filled.witness().orElseThrow())) {
            open = true;
            filled = members.size() < most ? fill(members, members.size() + 1) : Outcome.OPEN;
        }
        return filled.orUnsure(!sure);
    }

    private Outcome member(String name, Set<Claim> fails) {
        Set<Claim> holds = new LinkedHashSet<>();
        Truth named = search.evaluation().of(Json.of(name), ofNames, Set.of());
        for (Claim claim : yes) {
            boolean about =
                    claim instanceof Claim.Property || claim instanceof Claim.Matching || claim instanceof Claim.Others;
            Truth applies = about ? fits(claim, name) : Truth.NO;
            named = applies == Truth.UNCLEAR ? named.and(Truth.UNCLEAR) : named;
            if (applies == Truth.YES) {
                node(claim).filter(node -> !node.isAnything()).ifPresent(node -> holds.add(new Claim.All(node)));
            }
        }
        if (named == Truth.NO || absent.contains(name)) {
            return Outcome.NONE;
        }
        return search.find(holds, fails, Kind.ALL).orUnsure(named == Truth.UNCLEAR);
    }

    private Outcome fill(Map<String, Json> members, int until) {
        boolean sure = true;
        boolean none = true;
        List<String> optional = new ArrayList<>(mentioned);
        while (members.size() < until) {
            if (optional.isEmpty()) {
                optional.addAll(fresh(members.keySet()));
            }
            boolean added = false;
            for (String name : List.copyOf(optional)) {
                optional.remove(name);
                Outcome value = members.containsKey(name) ? Outcome.NONE : member(name, Set.of());
                none &= value.isNone() || value.isFound();
                if (value.isFound()) {
                    members.put(name, value.witness().orElseThrow());
                    sure &= value.sure();
                    added = true;
                    break;
                }
            }
            if (!added && optional.isEmpty() && !anyFresh(members)) {
                return none ? Outcome.NONE : Outcome.OPEN;
            }
        }
        return new Outcome(Optional.of(Json.object(members)), sure);
    }

    private boolean anyFresh(Map<String, Json> members) {
        return fresh(members.keySet()).stream()
                .anyMatch(name -> member(name, Set.of()).isFound());
    }
}
