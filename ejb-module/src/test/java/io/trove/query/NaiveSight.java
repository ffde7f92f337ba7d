package io.trove.query;

import io.trove.event.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What roles show a principal of a whole ledger, as plainly as it can be said: by looking at every event. */
final class NaiveSight {

    private final Json principal;
    private final List<Json> roles;
    private final List<Json> documents;

    /** A value to compare with, and the entity that it is the id of, if it is one's. */
    private record Value(Json scalar, Optional<Json> entity) {}

    NaiveSight(Json principal, List<Json> roles, List<Json> documents) {
        this.principal = principal;
        this.roles = roles;
        this.documents = documents;
    }

    boolean sees(Json document) {
        boolean shown = roles.stream()
                .anyMatch(role -> reads(role)
                        && (items(role, "sees").isEmpty()
                                || items(role, "sees").stream().anyMatch(rule -> means(rule, document, true))));
        return shown
                && roles.stream()
                        .flatMap(role -> items(role, "never").stream())
                        .noneMatch(rule -> means(rule, document, false));
    }

    private static boolean reads(Json role) {
        return items(role, "permissions").stream()
                .anyMatch(it -> NaiveFilter.text(it).equals("events.read"));
    }

    private boolean means(Json rule, Json document, boolean shows) {
        return isOfTypes(rule, document)
                && items(rule, "where").stream().allMatch(condition -> holds(condition, document, shows));
    }

    private static boolean isOfTypes(Json rule, Json document) {
        List<Json> types = items(rule, "types");
        String type = text(document, "/type");
        return types.isEmpty()
                || types.stream()
                        .map(NaiveFilter::text)
                        .anyMatch(each -> each.equals(type)
                                || (each.endsWith(".*") && type.startsWith(each.substring(0, each.length() - 1))));
    }

    private boolean holds(Json condition, Json document, boolean shows) {
        String op = Stream.of("eq", "neq", "in", "contains")
                .filter(each -> condition.member(each).isPresent())
                .findFirst()
                .orElseThrow();
        Optional<List<Value>> operand = operand(condition.member(op).orElseThrow());
        if (operand.isEmpty()) {
            return !shows;
        }
        String field = text(condition, "/field");
        return switch (op) {
            case "neq" -> operand.get().stream().noneMatch(value -> has(document, field, value));
            case "contains" ->
                !operand.get().isEmpty() && operand.get().stream().allMatch(value -> has(document, field, value));
            default -> operand.get().stream().anyMatch(value -> has(document, field, value));
        };
    }

    private boolean has(Json document, String field, Value value) {
        if (field.startsWith("index.")) {
            return NaiveFilter.keys(document, field.substring(6)).anyMatch(value.scalar()::equals);
        }
        if (field.startsWith("entity.")) {
            return document.at("/entity/id").isPresent()
                    && newestKeys(entity(document), field.substring(7)).contains(value.scalar());
        }
        if (field.equals("entity") && value.entity().isPresent()) {
            return document.at("/entity/id").isPresent()
                    && entity(document).equals(value.entity().get());
        }
        String place = switch (field) {
            case "entity" -> "/entity/id";
            case "actor" -> "/actor/id";
            default -> "/producer";
        };
        return document.at(place)
                .map(NaiveFilter::text)
                .filter(NaiveFilter.text(value.scalar())::equals)
                .isPresent();
    }

    private List<Json> newestKeys(Json entity, String name) {
        List<Json> newest = List.of();
        for (Json each : documents) {
            List<Json> keys = NaiveFilter.keys(each, name).toList();
            if (each.at("/entity/id").isPresent() && entity(each).equals(entity) && !keys.isEmpty()) {
                newest = keys;
            }
        }
        return newest;
    }

    private Optional<List<Value>> operand(Json given) {
        String text = given.text().orElse("");
        if (!text.startsWith("principal.")) {
            return Optional.of(NaiveFilter.flat(Optional.of(given))
                    .map(each -> new Value(each, Optional.empty()))
                    .toList());
        }
        String name = text.substring("principal.".length());
        if (name.equals("id")) {
            return Optional.of(List.of(new Value(principal.member("name").orElseThrow(), Optional.empty())));
        }
        if (name.startsWith("attributes.")) {
            return principal
                    .at("/attributes/" + name.substring("attributes.".length()))
                    .map(value -> NaiveFilter.flat(Optional.of(value))
                            .map(each -> new Value(each, Optional.empty()))
                            .toList());
        }
        Optional<Json> own = principal.member("entity");
        if (name.equals("entity")) {
            return own.map(entity -> List.of(new Value(entity.member("id").orElseThrow(), own)));
        }
        return own.map(entity -> related(entity, name.substring("related.".length())));
    }

    private List<Value> related(Json source, String relation) {
        Set<Json> targets = new LinkedHashSet<>();
        for (Json each : documents) {
            boolean isMeant = each.at("/entity/id").isPresent()
                    && entity(each).equals(source)
                    && each.at("/payload/type").equals(Optional.of(Json.of(relation)));
            if (isMeant && text(each, "/type").equals("entity.linked")) {
                targets.add(each.at("/payload/target").orElseThrow());
            } else if (isMeant && text(each, "/type").equals("entity.unlinked")) {
                targets.remove(each.at("/payload/target").orElseThrow());
            }
        }
        return targets.stream()
                .map(target -> new Value(target.member("id").orElseThrow(), Optional.of(target)))
                .toList();
    }

    /** As it is shown, or, with everything masked hidden, as it is searched. */
    Json masked(Json document, boolean searched) {
        Json view = document;
        for (Json role : roles) {
            for (Json mask : items(role, "masks")) {
                if (isOfTypes(mask, document)) {
                    for (Json pointer : items(mask, "hide")) {
                        view = masked(view, document, NaiveFilter.text(pointer), Optional.empty());
                    }
                    for (Json pointer : items(mask, "redact")) {
                        Optional<String> text = searched
                                ? Optional.empty()
                                : mask.member("to").flatMap(Json::text).or(() -> Optional.of("***"));
                        view = masked(view, document, NaiveFilter.text(pointer), text);
                    }
                }
            }
        }
        return view;
    }

    private static Json masked(Json view, Json whole, String pointer, Optional<String> text) {
        if (view.at(pointer).isEmpty()) {
            return view;
        }
        List<String> path = List.of(pointer.substring(1).split("/"));
        Json without = replaced(view, path, text);
        Optional<Json> keys = without.member("indexBy").filter(Json::isObject);
        if (!path.get(0).equals("payload") || keys.isEmpty()) {
            return without;
        }
        Set<Json> told = new LinkedHashSet<>();
        collect(whole.at(pointer).orElseThrow(), told);
        Map<String, Object> left = new LinkedHashMap<>();
        keys.get().members().forEach((name, value) -> {
            boolean isNamed = name.equals(String.join(".", path.subList(1, path.size())));
            if (!isNamed && NaiveFilter.flat(Optional.of(value)).noneMatch(told::contains)) {
                left.put(name, value);
            }
        });
        Map<String, Object> members = new LinkedHashMap<>(without.members());
        members.put("indexBy", left);
        return Json.object(members);
    }

    private static Json replaced(Json object, List<String> path, Optional<String> text) {
        Map<String, Object> members = new LinkedHashMap<>(object.members());
        if (path.size() > 1) {
            members.put(
                    path.get(0),
                    replaced(object.member(path.get(0)).orElseThrow(), path.subList(1, path.size()), text));
        } else if (text.isPresent()) {
            members.put(path.get(0), text.get());
        } else {
            members.remove(path.get(0));
        }
        return Json.object(members);
    }

    private static void collect(Json value, Set<Json> into) {
        if (value.isText() || value.isNumber()) {
            into.add(value);
        }
        value.members().values().forEach(each -> collect(each, into));
        value.items().forEach(each -> collect(each, into));
    }

    /** The positions that are seen and that a filter of bare values means, upwards. */
    List<Long> positions(Map<String, List<String>> parameters) {
        var found = new ArrayList<Long>();
        IntStream.range(0, documents.size()).forEach(position -> {
            Json document = documents.get(position);
            if (sees(document) && NaiveFilter.matches(parameters, position, masked(document, true))) {
                found.add((long) position);
            }
        });
        return found;
    }

    private static Json entity(Json document) {
        return Json.object(Map.of("type", text(document, "/entity/type"), "id", text(document, "/entity/id")));
    }

    private static List<Json> items(Json object, String member) {
        return object.member(member).map(Json::items).orElse(List.of());
    }

    private static String text(Json document, String pointer) {
        return document.at(pointer).flatMap(Json::text).orElseThrow();
    }
}
