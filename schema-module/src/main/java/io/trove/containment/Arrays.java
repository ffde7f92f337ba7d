package io.trove.containment;

import io.trove.event.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** An array that satisfies claims, or proof that there is none: its length first, then what each item must be. */
final class Arrays {
    private static final int ITEMS_MAX = 5_000;
    private static final int NEEDS_MAX = 8;

    /** One item must be so: at this index, or at any index from there on. */
    private record Need(int index, boolean orLater, Claim.All item, boolean holds) {}

    /** What is asked of one item. */
    private record Slot(Set<Claim> yes, Set<Claim> no) {
        Slot copy() {
            return new Slot(new LinkedHashSet<>(yes), new LinkedHashSet<>(no));
        }
    }

    private final Search search;
    private final List<Claim> given = new ArrayList<>();
    private final List<Need> needs = new ArrayList<>();
    private final List<Claim.Containing> atMost = new ArrayList<>();
    private final Set<Json> excluded = new HashSet<>();
    private int prefix;
    private int least;
    private int most = Integer.MAX_VALUE;
    private boolean unique;
    private boolean twice;
    private boolean open;

    Arrays(Search search, Set<Claim> yes, Set<Claim> no) {
        this.search = search;
        yes.forEach(this::holds);
        no.forEach(this::fails);
    }

    Outcome find() {
        int shortest = least;
        for (Need need : needs) {
            shortest = Math.max(shortest, need.index() + 1);
        }
        shortest = twice ? Math.max(shortest, 2) : shortest;
        if (shortest > most || (unique && twice)) {
            return Outcome.NONE;
        }
        if (shortest > ITEMS_MAX || needs.size() > NEEDS_MAX) {
            return Outcome.OPEN;
        }
        int longest = Math.min(most, Math.max(shortest, prefix) + needs.size() + (twice ? 2 : 0) + excluded.size());
        Outcome outcome = Outcome.NONE;
        for (int length = shortest; length <= longest; length++) {
            List<Slot> slots = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                slots.add(slot(i));
            }
            Outcome one = place(0, 0, slots);
            if (one.isFound() && one.sure()) {
                return one;
            }
            outcome = outcome.or(one);
        }
        return outcome.isFound() || !open ? outcome : Outcome.OPEN;
    }

    private void holds(Claim claim) {
        if (claim instanceof Claim.ItemAt at) {
            given.add(at);
            prefix = Math.max(prefix, at.index() + 1);
        } else if (claim instanceof Claim.ItemsFrom from) {
            given.add(from);
            prefix = Math.max(prefix, from.from() + (from.node().isNothing() ? 0 : 1));
            most = from.node().isNothing() ? Math.min(most, from.from()) : most;
        } else if (claim instanceof Claim.Size size && size.kind() == Kind.ARRAY) {
            least = size.least() ? Math.max(least, size.count()) : least;
            most = size.least() ? most : Math.min(most, size.count());
        } else if (claim instanceof Claim.Containing containing && !containing.least()) {
            atMost.add(containing);
        } else if (claim instanceof Claim.Containing containing) {
            Need need = new Need(0, true, new Claim.All(containing.node()), true);
            long there = needs.stream().filter(need::equals).count();
            for (long i = there; i < Math.min(containing.count(), NEEDS_MAX + 1); i++) {
                needs.add(need);
            }
            least = Math.max(least, containing.count());
        } else if (claim instanceof Claim.Unique) {
            unique = true;
        }
    }

    private void fails(Claim claim) {
        if (claim instanceof Claim.ItemAt at) {
            needs.add(new Need(at.index(), false, new Claim.All(at.node()), false));
        } else if (claim instanceof Claim.ItemsFrom from) {
            needs.add(new Need(from.from(), true, new Claim.All(from.node()), false));
        } else if (claim instanceof Claim.Unique) {
            twice = true;
        } else if (claim instanceof Claim.Values values) {
            values.values().stream().filter(Json::isArray).forEach(excluded::add);
        }
    }

    private Slot slot(int index) {
        Slot slot = new Slot(new LinkedHashSet<>(), new LinkedHashSet<>());
        for (Claim claim : given) {
            if (claim instanceof Claim.ItemAt at && at.index() == index) {
                slot.yes().add(new Claim.All(at.node()));
            } else if (claim instanceof Claim.ItemsFrom from && index >= from.from()) {
                slot.yes().add(new Claim.All(from.node()));
            }
        }
        return slot;
    }

    /** Gives each need an item; items of the rest are all alike, so that few of them need be tried. */
    private Outcome place(int at, int before, List<Slot> slots) {
        search.budget().step();
        if (at == needs.size()) {
            return twice ? repeated(slots) : capped(slots);
        }
        Need need = needs.get(at);
        boolean again = at > 0 && need.equals(needs.get(at - 1));
        int from = again && need.holds() ? before + 1 : need.index();
        int end = need.orLater() ? Math.max(prefix, need.index()) + needs.size() + 1 : need.index() + 1;
        Outcome outcome = Outcome.NONE;
        for (int i = from; i < Math.min(end, slots.size()); i++) {
            List<Slot> with = new ArrayList<>(slots);
            with.set(i, slots.get(i).copy());
            (need.holds() ? with.get(i).yes() : with.get(i).no()).add(need.item());
            Outcome one = place(at + 1, i, with);
            if (one.isFound() && one.sure()) {
                return one;
            }
            outcome = outcome.or(one);
        }
        return outcome;
    }

    /** Two items that are equal. */
    private Outcome repeated(List<Slot> slots) {
        int end = Math.min(slots.size(), prefix + needs.size() + 2);
        Outcome outcome = Outcome.NONE;
        for (int i = 0; i < end; i++) {
            for (int j = i + 1; j < end; j++) {
                Slot both = slots.get(i).copy();
                both.yes().addAll(slots.get(j).yes());
                both.no().addAll(slots.get(j).no());
                Outcome value = search.find(both.yes(), both.no(), Kind.ALL);
                Outcome one = value;
                if (value.isFound()) {
                    List<Slot> with = new ArrayList<>(slots);
                    Slot same = new Slot(
                            Set.of(new Claim.Values(Set.of(value.witness().orElseThrow()))), Set.of());
                    with.set(i, same);
                    with.set(j, same);
                    one = capped(with);
                    open |= !one.isFound();
                }
                if (one.isFound() && one.sure()) {
                    return one;
                }
                outcome = outcome.or(one);
            }
        }
        return outcome;
    }

    /** Lets no more items than allowed be what is limited: the others are asked not to be. */
    private Outcome capped(List<Slot> before) {
        List<Slot> slots = new ArrayList<>(before);
        for (Claim.Containing limit : atMost) {
            Claim.All item = new Claim.All(limit.node());
            int free = limit.count();
            for (int i = 0; i < slots.size(); i++) {
                Slot slot = slots.get(i).copy();
                slot.no().add(item);
                if (slots.get(i).yes().contains(item)
                        || !search.find(slot.yes(), slot.no(), Kind.ALL).isFound()) {
                    open |= !slots.get(i).yes().contains(item)
                            && !search.find(slot.yes(), slot.no(), Kind.ALL).isNone();
                    free--;
                } else {
                    slots.set(i, slot);
                }
            }
            if (free < 0) {
                open |= atMost.size() > 1;
                return Outcome.NONE;
            }
        }
        return filled(slots);
    }

    private Outcome filled(List<Slot> slots) {
        List<Json> items = new ArrayList<>();
        boolean sure = true;
        boolean alike = slots.stream().distinct().count() <= 1;
        for (Slot slot : slots) {
            Set<Claim> no = slot.no();
            if (unique && !items.isEmpty()) {
                no = new LinkedHashSet<>(no);
                no.add(new Claim.Values(new HashSet<>(items)));
            }
            Outcome item = search.find(slot.yes(), no, Kind.ALL);
            if (!item.isFound()) {
                open |= unique
                        && !alike
                        && !search.find(slot.yes(), slot.no(), Kind.ALL).isNone();
                return item;
            }
            sure &= item.sure();
            items.add(item.witness().orElseThrow());
        }
        Json array = Json.array(items);
        open |= excluded.contains(array);
        return excluded.contains(array) ? Outcome.OPEN : Outcome.of(array).orUnsure(!sure);
    }
}
