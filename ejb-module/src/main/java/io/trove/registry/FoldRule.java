package io.trove.registry;

import io.trove.event.Json;
import io.trove.expression.Expression;
import io.trove.expression.Unusable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a version of a schema says of folding its events: expressions over {@code state} and {@code event} by name, or that
 * their payload is merged. It is content, so that one event always folds the same.
 *
 * @param folds by name; the one that is used unless another is asked for is called {@link #DEFAULT}
 * @param merges whether the payload's members take the place of the state's
 */
public record FoldRule(Map<String, String> folds, boolean merges) {

    /** The fold that is used when none is named. */
    public static final String DEFAULT = "default";

    /** Nothing of its own. */
    public static final FoldRule NONE = new FoldRule(Map.of(), false);

    private static final Set<String> VARIABLES = Set.of("state", "event");
    private static final String FOLD = "fold";
    private static final String MERGE = "merge";
    private static final int FOLDS_MAX = 20;

    public FoldRule {
        folds = Map.copyOf(folds);
    }

    static FoldRule of(Json body) {
        Optional<Json> merge = body.member(MERGE).filter(it -> !it.isNull());
        if (merge.isPresent() && !merge.get().isBoolean()) {
            throw new SchemaInvalid("\"merge\" is %s; wanted is true or false".formatted(merge.get()));
        }
        boolean merges = merge.filter(Json.of(true)::equals).isPresent();
        return new FoldRule(
                body.member(FOLD)
                        .filter(it -> !it.isNull())
                        .map(FoldRule::folds)
                        .orElse(Map.of()),
                merges);
    }

    private static Map<String, String> folds(Json fold) {
        if (fold.text().isPresent()) {
            return Map.of(DEFAULT, fold.text().get());
        }
        var folds = new LinkedHashMap<String, String>();
        fold.members().forEach((name, text) -> text.text().ifPresent(it -> folds.put(name, it)));
        if (!fold.isObject() || folds.size() != fold.members().size() || folds.size() > FOLDS_MAX) {
            throw new SchemaInvalid(
                    "\"fold\" is an expression over state and event, or an object of at most %d named ones"
                            .formatted(FOLDS_MAX));
        }
        return folds;
    }

    /** How long the text is that folds under this name, or where there is none by default. */
    public long length(String name) {
        return folds.getOrDefault(name, folds.getOrDefault(DEFAULT, "")).length();
    }

    /** The fold of this name. */
    public Optional<Expression> named(String name) {
        return Optional.ofNullable(folds.get(name)).map(text -> Expression.of(text, VARIABLES));
    }

    /** {@link SchemaInvalid} when one cannot be used. */
    void require() {
        folds.forEach((name, text) -> {
            try {
                Expression.of(text, VARIABLES);
            } catch (Unusable unusable) {
                throw new SchemaInvalid("The fold \"%s\" cannot be used: %s".formatted(name, unusable.getMessage()));
            }
        });
    }

    Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        if (folds.size() == 1 && folds.containsKey(DEFAULT)) {
            members.put(FOLD, folds.get(DEFAULT));
        } else if (!folds.isEmpty()) {
            members.put(FOLD, folds);
        }
        if (merges) {
            members.put(MERGE, true);
        }
        return members;
    }
}
