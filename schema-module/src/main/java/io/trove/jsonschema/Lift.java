package io.trove.jsonschema;

import io.trove.event.Json;
import io.trove.expression.Answer;
import io.trove.expression.Expression;
import io.trove.expression.Unusable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** How a payload of the previous version of a schema becomes one of this version: steps, or one expression. */
public sealed interface Lift {
    int STEPS_MAX = 200;
    String PAYLOAD = "payload";

    /** The same payload gives the same result, on any machine. */
    Lifted apply(Json payload);

    /** As it was registered. */
    Json json();

    /** The lift that a registration's member {@code lift} is: a text is an expression, an array its steps; {@link InvalidLift}. */
    static Lift of(Json lift) {
        Optional<String> expression = lift.text();
        if (expression.isPresent()) {
            try {
                return new Computed(Expression.of(expression.get(), Set.of(PAYLOAD)));
            } catch (Unusable e) {
                throw new InvalidLift("", String.valueOf(e.getMessage()));
            }
        }
        List<Json> items = lift.items();
        if (!lift.isArray() || items.size() > STEPS_MAX) {
            throw new InvalidLift(
                    "", "a lift is an expression as text, or an array of at most " + STEPS_MAX + " steps");
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            steps.add(Step.of(items.get(i), "/" + i));
        }
        return new Stepwise(steps);
    }

    /** A payload that the lift should have brought to this version, and did not. */
    record Failure(int index, Json example, String why) {}

    /**
     * The examples of the previous version that the lift does not bring to this one.
     *
     * @param refuses why this version's schema refuses a payload; empty when it does not
     */
    default List<Failure> failures(List<Json> examples, Function<Json, Optional<String>> refuses) {
        List<Failure> failures = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            Json example = examples.get(i);
            Lifted lifted = apply(example);
            Optional<String> why = lifted instanceof Lifted.Payload done
                    ? refuses.apply(done.payload())
                    : Optional.of(((Lifted.Refusal) lifted).why());
            if (why.isPresent()) {
                failures.add(new Failure(i, example, why.get()));
            }
        }
        return failures;
    }

    /** Steps in their order; each takes what the one before gave. */
    record Stepwise(List<Step> steps) implements Lift {
        public Stepwise {
            steps = List.copyOf(steps);
        }

        @Override
        public Lifted apply(Json payload) {
            Json at = payload;
            for (int i = 0; i < steps.size(); i++) {
                try {
                    at = steps.get(i).apply(at);
                } catch (Step.Stuck e) {
                    return new Lifted.Refusal("step " + i + ": " + e.getMessage());
                }
            }
            return new Lifted.Payload(at);
        }

        @Override
        public Json json() {
            return Json.array(steps.stream().map(Step::json).toList());
        }
    }

    /** An expression over {@code payload} whose value is the lifted payload. */
    record Computed(Expression expression) implements Lift {
        @Override
        public Lifted apply(Json payload) {
            Answer answer = expression.over(Map.of(PAYLOAD, payload));
            return answer instanceof Answer.Value value
                    ? new Lifted.Payload(value.value())
                    : new Lifted.Refusal(((Answer.Failure) answer).why());
        }

        @Override
        public Json json() {
            return Json.of(expression.toString());
        }
    }
}
