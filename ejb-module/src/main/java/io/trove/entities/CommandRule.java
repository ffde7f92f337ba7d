package io.trove.entities;

import io.trove.event.Invalid;
import io.trove.event.Json;
import io.trove.expression.Answer;
import io.trove.expression.Expression;
import io.trove.expression.Unusable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What commands of a type lead to, by the state of the entity that they are for: handlers, tried in their order. */
final class CommandRule implements Handler {

    private static final Set<String> VARIABLES = Set.of("state", "command");
    private static final Set<String> CASE = Set.of("when", "then", "otherwise", "exclusive");
    private static final int CASES_MAX = 50;
    private static final int EVENTS_MAX = 100;

    private final String entityType;
    private final List<Case> cases;
    private final Json json;

    /** One handler: it happens when the expression is true; then these events, and otherwise the reason. */
    private record Case(Optional<Expression> when, List<Then> then, Optional<String> otherwise, boolean isExclusive) {}

    private record Then(String type, Expression payload) {}

    private CommandRule(String entityType, List<Case> cases, Json json) {
        this.entityType = entityType;
        this.cases = cases;
        this.json = json;
    }

    /** The same as it is asked for now: what would say nothing is refused, so that nobody relies on a guard that is none. */
    static CommandRule asked(Json body) {
        CommandRule rule = of(body);
        boolean isOne = body.member("handlers").isEmpty();
        if (!isOne) {
            requireOnly(
                    "",
                    body,
                    Set.of("entityType", "description", "type", "handlers"),
                    "nothing: beside handlers, which have when, then, otherwise and exclusive each");
        }
        List<Json> handlers = rule.json.member("handlers").orElseThrow().items();
        for (int i = 0; i < handlers.size(); i++) {
            requireWhole(isOne ? "" : "/handlers/" + i, handlers.get(i));
        }
        return rule;
    }

    private static void requireWhole(String at, Json handler) {
        handler.member("exclusive").filter(said -> !said.isBoolean()).ifPresent(other -> {
            throw new Invalid(at + "/exclusive", other.toString(), "true or false");
        });
        List<Json> events = handler.member("then").map(Json::items).orElse(List.of());
        for (int i = 0; i < events.size(); i++) {
            requireOnly(
                    at + "/then/" + i,
                    events.get(i),
                    Set.of("type", "payload"),
                    "nothing: an event has a type and a payload");
        }
    }

    private static void requireOnly(String at, Json json, Set<String> known, String wanted) {
        json.members().keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Invalid(at + "/" + name, "a member", wanted);
                });
    }

    /** The rule that this JSON says: {@code entityType}, and either one handler's members or {@code handlers}. */
    static CommandRule of(Json body) {
        String entityType = text("/entityType", body.member("entityType"));
        boolean isOne = body.member("handlers").isEmpty();
        List<Json> handlers =
                isOne ? List.of(only(body)) : body.member("handlers").get().items();
        if (handlers.isEmpty() || handlers.size() > CASES_MAX) {
            throw new Invalid("/handlers", handlers.size() + " handlers", "1 to " + CASES_MAX);
        }
        var cases = new ArrayList<Case>();
        for (Json each : handlers) {
            cases.add(handler(isOne ? "" : "/handlers/" + cases.size(), each));
        }
        var json = new LinkedHashMap<String, Object>();
        json.put("entityType", entityType);
        json.put("handlers", handlers);
        json.put("description", body.member("description"));
        return new CommandRule(entityType, cases, Json.object(json));
    }

    private static Json only(Json body) {
        var members = new LinkedHashMap<String, Json>(body.members());
        members.keySet().removeAll(Set.of("entityType", "description", "type"));
        return Json.object(members);
    }

    private static Case handler(String at, Json json) {
        requireOnly(at, json, CASE, "nothing: a handler has when, then, otherwise and exclusive");
        List<Json> events = json.member("then").map(Json::items).orElse(List.of());
        if (json.member("then").filter(Json::isArray).isEmpty() || events.size() > EVENTS_MAX) {
            throw new Invalid(at + "/then", "no such array", "an array of at most " + EVENTS_MAX + " events");
        }
        var then = new ArrayList<Then>();
        for (Json each : events) {
            String place = at + "/then/" + then.size();
            then.add(new Then(
                    text(place + "/type", each.member("type")),
                    each.member("payload").isEmpty()
                            ? Expression.of("{}", VARIABLES)
                            : expression(
                                    place + "/payload", each.member("payload").get())));
        }
        return new Case(
                json.member("when").map(when -> expression(at + "/when", when)),
                then,
                json.member("otherwise").map(reason -> text(at + "/otherwise", Optional.of(reason))),
                !json.member("exclusive").filter(Json.of(false)::equals).isPresent());
    }

    private static Expression expression(String at, Json text) {
        try {
            return Expression.of(text(at, Optional.of(text)), VARIABLES);
        } catch (Unusable unusable) {
            throw new Invalid(at, text.toString(), "an expression over state and command: " + unusable.getMessage());
        }
    }

    private static String text(String at, Optional<Json> value) {
        return value.flatMap(Json::text)
                .filter(text -> !text.isEmpty())
                .orElseThrow(
                        () -> new Invalid(at, value.map(Json::toString).orElse("nothing"), "a text that is not empty"));
    }

    String entityType() {
        return entityType;
    }

    /** As it is recorded. */
    Json json() {
        return json;
    }

    /** The events of the first handler that may, and of those after it until one that may is exclusive. */
    @Override
    public Handled handle(Json state, Json command) {
        Map<String, Json> values = Map.of("state", state, "command", command);
        var events = new ArrayList<Handled.Event>();
        Optional<String> reason = Optional.empty();
        boolean may = false;
        for (Case each : cases) {
            if (each.when().isPresent() && !isTrue(each.when().get(), values)) {
                reason = reason.or(each::otherwise);
                continue;
            }
            may = true;
            for (Then then : each.then()) {
                events.add(new Handled.Event(then.type(), value(then.payload(), values)));
            }
            if (each.isExclusive()) {
                break;
            }
        }
        return may ? new Handled.Events(events) : new Handled.Rejected(reason.orElse("No handler may"));
    }

    private static boolean isTrue(Expression when, Map<String, Json> values) {
        Json value = value(when, values);
        if (!value.isBoolean()) {
            throw new CommandFailed("\"%s\" gave %s, which is neither true nor false".formatted(when, value));
        }
        return value.equals(Json.of(true));
    }

    private static Json value(Expression expression, Map<String, Json> values) {
        Answer answer = expression.over(values);
        if (answer instanceof Answer.Value value) {
            return value.value();
        }
        throw new CommandFailed("\"%s\" gave nothing: %s".formatted(expression, ((Answer.Failure) answer).why()));
    }
}
