package io.trove.containment;

import io.trove.event.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Documents near one that a schema accepts, for the keywords that no proof reads: the validators say which one shows it. */
final class Guesses {
    private static final int GUESSES_MAX = 300;
    private static final int DEPTH_MAX = 4;
    private static final List<Json> VALUES = List.of(
            Json.of("a"),
            Json.of(""),
            Json.of(1),
            Json.of(0.5),
            Json.of(true),
            Json.nul(),
            Json.array(List.of()),
            Json.array(List.of(1, "a")),
            Json.object(Map.of()));

    private final Search search;
    private final Budget budget;

    Guesses(Budget budget) {
        this.budget = budget;
        this.search = new Search(budget);
    }

    Optional<Json> find(Set<Claim> yes, Predicate<Json> confirmed) {
        Set<Json> guesses = new LinkedHashSet<>();
        for (Kind kind : Kind.values()) {
            search.find(yes, Set.of(), Set.of(kind)).witness().ifPresent(guesses::add);
        }
        List<Json> around = new ArrayList<>(guesses);
        for (int i = 0; i < around.size() && guesses.size() < GUESSES_MAX; i++) {
            for (Json near : near(around.get(i), 0)) {
                if (guesses.size() < GUESSES_MAX && guesses.add(near)) {
                    around.add(near);
                }
            }
        }
        guesses.addAll(VALUES);
        for (Json guess : guesses) {
            budget.step();
            if (confirmed.test(guess)) {
                return Optional.of(guess);
            }
        }
        return Optional.empty();
    }

    private List<Json> near(Json value, int depth) {
        List<Json> near = new ArrayList<>();
        if (depth == DEPTH_MAX) {
            return near;
        }
        if (value.isObject()) {
            value.members().forEach((name, inner) -> {
                Map<String, Json> without = new LinkedHashMap<>(value.members());
                without.remove(name);
                near.add(Json.object(without));
                replaced(inner, depth).forEach(other -> near.add(with(value, name, other)));
            });
            VALUES.forEach(extra -> near.add(with(value, "b", extra)));
        } else if (value.isArray()) {
            List<Json> items = value.items();
            for (int i = 0; i < items.size(); i++) {
                for (Json other : replaced(items.get(i), depth)) {
                    List<Json> changed = new ArrayList<>(items);
                    changed.set(i, other);
                    near.add(Json.array(changed));
                }
            }
            for (Json extra : VALUES) {
                List<Json> longer = new ArrayList<>(items);
                longer.add(extra);
                near.add(Json.array(longer));
            }
        }
        return near;
    }

    private List<Json> replaced(Json inner, int depth) {
        List<Json> others = new ArrayList<>(VALUES);
        others.addAll(near(inner, depth + 1));
        return others;
    }

    private static Json with(Json object, String name, Json value) {
        Map<String, Json> members = new LinkedHashMap<>(object.members());
        members.put(name, value);
        return Json.object(members);
    }
}
