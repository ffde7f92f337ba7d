package io.trove.access;

import io.trove.event.Json;
import io.trove.event.KeptMembers;
import io.trove.filter.Filter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A field that is not shown: of which events, where it is, and the text that stands in its place, if any. What the event
 * can be found by because of that field is not shown either.
 *
 * @param path the names on the way to the field; {@code *} is any name or place
 */
record Mask(Filter of, List<String> path, Optional<String> text) {

    /** The members of which a part can be masked: the others are in the record that everyone may check. */
    static final Set<String> MEMBERS = Set.of(
            "actor",
            "context",
            "extensions",
            "files",
            "http",
            "indexBy",
            "message",
            "metadata",
            "module",
            "payload",
            "source",
            "userId");

    private static final String ANY = "*";
    private static final String INDEX_BY = "indexBy";
    private static final String PAYLOAD = "payload";

    Mask {
        path = List.copyOf(path);
    }

    boolean isFor(Json document) {
        return of.matches(0, document);
    }

    boolean isFor(KeptMembers document) {
        return of.matches(0, document);
    }

    /** Whether nothing stands in the field's place. */
    boolean hides() {
        return text.isEmpty();
    }

    /** The same place with nothing in it. */
    Mask hiding() {
        return hides() ? this : new Mask(of, path, Optional.empty());
    }

    /** The members that are not whole any more once this was applied. */
    Set<String> touched() {
        return path.get(0).equals(PAYLOAD) ? Set.of(PAYLOAD, INDEX_BY) : Set.of(path.get(0));
    }

    /** Whether there is such a field; of one that says already what stands in its place, that is not told either. */
    boolean isIn(Json document) {
        return isIn(document, 0);
    }

    private boolean isIn(Json value, int depth) {
        if (depth == path.size()) {
            return true;
        }
        String name = path.get(depth);
        if (value.isObject() && !name.equals(ANY)) {
            return value.member(name).filter(member -> isIn(member, depth + 1)).isPresent();
        }
        if (value.isObject()) {
            return value.members().values().stream().anyMatch(member -> isIn(member, depth + 1));
        }
        List<Json> items = value.items();
        for (int i = 0; i < items.size(); i++) {
            if ((name.equals(ANY) || name.equals(Integer.toString(i))) && isIn(items.get(i), depth + 1)) {
                return true;
            }
        }
        return false;
    }

    /** A view of a document, or itself where there is no such field; what the field says is taken from the whole one. */
    Json applied(Json view, Json whole) {
        if (!isIn(view)) {
            return view;
        }
        Json masked = at(view, 0);
        return path.get(0).equals(PAYLOAD) ? withoutKeys(masked, whole) : masked;
    }

    private Json at(Json value, int depth) {
        if (depth == path.size()) {
            return value;
        }
        String name = path.get(depth);
        boolean isLast = depth == path.size() - 1;
        if (value.isObject()) {
            return name.equals(ANY) ? inEach(value, depth, isLast) : inObject(value, depth, name, isLast);
        }
        return value.isArray() ? inArray(value, depth, name, isLast) : value;
    }

    /** What is not meant stays where it is: a page of masked events is made of many such views. */
    private Json inObject(Json object, int depth, String name, boolean isLast) {
        Optional<Json> member = object.member(name);
        if (member.isEmpty()) {
            return object;
        }
        if (isLast) {
            return hides() ? object.without(name) : object.with(name, Json.of(text.get()));
        }
        Json inner = at(member.get(), depth + 1);
        return inner.equals(member.get()) ? object : object.with(name, inner);
    }

    private Json inEach(Json object, int depth, boolean isLast) {
        Map<String, Object> members = new LinkedHashMap<>();
        boolean changed = isLast && object.size() > 0;
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            if (isLast) {
                text.ifPresent(instead -> members.put(member.getKey(), instead));
            } else {
                Json inner = at(member.getValue(), depth + 1);
                changed |= !inner.equals(member.getValue());
                members.put(member.getKey(), inner);
            }
        }
        return changed ? Json.object(members) : object;
    }

    private Json inArray(Json array, int depth, String name, boolean isLast) {
        List<Object> items = new ArrayList<>();
        boolean changed = false;
        int place = 0;
        for (Json item : array.items()) {
            boolean isMeant = name.equals(ANY) || name.equals(Integer.toString(place++));
            if (isMeant && isLast) {
                items.add(text.<Object>map(instead -> instead).orElse(Json.nul()));
                changed = true;
            } else {
                Json inner = isMeant ? at(item, depth + 1) : item;
                changed |= !inner.equals(item);
                items.add(inner);
            }
        }
        return changed ? Json.array(items) : array;
    }

    /** Index keys that are named as the field, or that say what it says, would tell it. */
    private Json withoutKeys(Json view, Json whole) {
        Optional<Json> keys = view.member(INDEX_BY).filter(Json::isObject);
        if (keys.isEmpty()) {
            return view;
        }
        var told = new ArrayList<Json>();
        collect(whole, 0, told);
        String property = String.join(".", path.subList(1, path.size()));
        Json left = keys.get();
        for (Map.Entry<String, Json> key : keys.get().members().entrySet()) {
            if (key.getKey().equals(property) || says(key.getValue(), told)) {
                left = left.without(key.getKey());
            }
        }
        return left.equals(keys.get()) ? view : view.with(INDEX_BY, left);
    }

    private static boolean says(Json value, List<Json> told) {
        return value.isArray() ? value.items().stream().anyMatch(told::contains) : told.contains(value);
    }

    /** The texts and numbers at the path and below. */
    private void collect(Json value, int depth, List<Json> into) {
        if (depth >= path.size() && (value.isText() || value.isNumber())) {
            into.add(value);
        }
        String name = depth < path.size() ? path.get(depth) : ANY;
        if (name.equals(ANY)) {
            value.members().values().forEach(member -> collect(member, depth + 1, into));
        } else {
            value.member(name).ifPresent(member -> collect(member, depth + 1, into));
        }
        List<Json> items = value.items();
        for (int i = 0; i < items.size(); i++) {
            if (name.equals(ANY) || name.equals(Integer.toString(i))) {
                collect(items.get(i), depth + 1, into);
            }
        }
    }
}
