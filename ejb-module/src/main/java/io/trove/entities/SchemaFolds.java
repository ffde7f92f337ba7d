package io.trove.entities;

import io.trove.event.Json;
import io.trove.event.SchemaId;
import io.trove.expression.Answer;
import io.trove.expression.Expression;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerId;
import io.trove.registry.Compilations;
import io.trove.registry.FoldRule;
import io.trove.registry.Registry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Chooses an event's fold: that of its schema's version, then that of Java code, then what is built in. */
@ApplicationScoped
class SchemaFolds {

    private static final int HEAP_PART = 32;

    @Inject
    private Registry registry;

    private final Compilations<Key, Optional<Fold>> compiled = Compilations.inPartOfHeap(HEAP_PART);
    private InCode<Fold> code;

    /** A version's content never changes, so what is compiled of it holds for good. */
    private record Key(LedgerId ledger, SchemaId schema, String name) {}

    @Inject
    void take(@Any Instance<Fold> beans) {
        code = new InCode<>(beans, Folds.class, Folds::value, Folds.Of::new);
    }

    /** The choice among the folds of a ledger: those of this name where there is one, and otherwise those that are used by default. */
    Folding.Choice of(Ledger ledger, Optional<String> as) {
        String name = as.orElse(FoldRule.DEFAULT);
        return event ->
                event.schema().flatMap(schema -> ofSchema(ledger, schema, name)).or(() -> code.named(event.type()));
    }

    private Optional<Fold> ofSchema(Ledger ledger, SchemaId schema, String name) {
        var key = new Key(ledger.id(), schema, name);
        return compiled.find(key).orElseGet(() -> {
            FoldRule rule = registry.fold(ledger, schema);
            Optional<Fold> fresh = fold(rule, name);
            compiled.keep(key, fresh, Compilations.EXPRESSION_TIMES * rule.length(name));
            return fresh;
        });
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
}
