package io.trove.entities;

import io.trove.event.Json;
import io.trove.event.SchemaId;
import io.trove.expression.Answer;
import io.trove.expression.Expression;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerId;
import io.trove.registry.FoldRule;
import io.trove.registry.Registry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Chooses an event's fold: that of its schema's version, then that of Java code, then what is built in. */
@ApplicationScoped
class SchemaFolds {

    private static final int COMPILED_MAX = 2_000;

    @Inject
    private Registry registry;

    @Inject
    @Any
    private Instance<Fold> code;

    private final Map<Key, Optional<Fold>> compiled = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Optional<Fold>> coded = new ConcurrentHashMap<>();

    /** A version's content never changes, so what is compiled of it holds for good. */
    private record Key(LedgerId ledger, SchemaId schema, String name) {}

    /** The choice among the folds of a ledger: those of this name where there is one, and otherwise those that are used by default. */
    Folding.Choice of(Ledger ledger, Optional<String> as) {
        String name = as.orElse(FoldRule.DEFAULT);
        return event -> event.schema()
                .flatMap(schema -> ofSchema(ledger, schema, name))
                .or(() -> coded.computeIfAbsent(event.type(), this::ofCode));
    }

    private Optional<Fold> ofSchema(Ledger ledger, SchemaId schema, String name) {
        var key = new Key(ledger.id(), schema, name);
        synchronized (compiled) {
            Optional<Fold> known = compiled.get(key);
            if (known != null) {
                return known;
            }
        }
        Optional<Fold> fresh = fold(registry.fold(ledger, schema), name);
        synchronized (compiled) {
            compiled.put(key, fresh);
            if (compiled.size() > COMPILED_MAX) {
                compiled.remove(compiled.keySet().iterator().next());
            }
        }
        return fresh;
    }

    static Optional<Fold> fold(FoldRule rule, String name) {
        Optional<Expression> expression = rule.named(name).or(() -> rule.named(FoldRule.DEFAULT));
        if (expression.isPresent()) {
            return Optional.of((state, event) -> computed(expression.get(), state, event));
        }
        return rule.merges() ? Optional.of(SchemaFolds::merged) : Optional.empty();
    }

    private static Json computed(Expression expression, Json state, Json event) {
        Answer answer = expression.over(Map.of("state", state, "event", event));
        if (answer instanceof Answer.Value value) {
            return value.value();
        }
        throw new FoldFailed(((Answer.Failure) answer).why());
    }

    /** What is not an object has no members to merge. */
    private static Json merged(Json state, Json event) {
        Json payload = event.member("payload").orElse(Json.nul());
        if (!payload.isObject()) {
            return state;
        }
        Map<String, Json> all = new TreeMap<>(state.members());
        all.putAll(payload.members());
        return Json.object(all);
    }

    private Optional<Fold> ofCode(String type) {
        Instance<Fold> found = code.select(new Folds.Of(type));
        return found.isResolvable() ? Optional.of(found.get()) : Optional.empty();
    }
}
