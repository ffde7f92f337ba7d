package io.trove.access;

import io.trove.event.Identifier;
import io.trove.event.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** An object that was sent, read member by member; {@link Invalid} says where it is not what was wanted. */
record Form(String pointer, Json value) {

    private static final int NAME_MAX = 200;
    private static final int ITEMS_MAX = 100;

    static Form of(Json body) {
        return new Form("", body);
    }

    /** This, when it is an object without other members than these. */
    Form object(Set<String> members) {
        if (!value.isObject()) {
            throw Invalid.at(
                    pointer,
                    value,
                    "an object with "
                            + String.join(", ", members.stream().sorted().toList()));
        }
        value.members().forEach((name, member) -> {
            if (!members.contains(name)) {
                throw Invalid.at(
                        pointer + "/" + name,
                        "not known",
                        "one of " + String.join(", ", members.stream().sorted().toList()));
            }
        });
        return this;
    }

    Optional<Form> member(String name) {
        return value.member(name).map(inner -> new Form(pointer + "/" + name, inner));
    }

    Form required(String name) {
        return member(name).orElseThrow(() -> Invalid.at(pointer + "/" + name, "absent", "it"));
    }

    /** A name as events can say it. */
    String text() {
        return value.text()
                .filter(text -> text.length() <= NAME_MAX && Identifier.isOne(text))
                .orElseThrow(() -> Invalid.at(
                        pointer,
                        value,
                        "a text of 1 to " + NAME_MAX + " characters without controls, and no space at its end"));
    }

    boolean isTrue() {
        if (!value.isBoolean()) {
            throw Invalid.at(pointer, value, "true or false");
        }
        return value.toString().equals("true");
    }

    /** The items of an array, or none when the member is absent. */
    List<Form> items(String name) {
        Optional<Form> array = member(name);
        if (array.isEmpty()) {
            return List.of();
        }
        return array.get().items();
    }

    List<Form> items() {
        if (!value.isArray() || value.items().size() > ITEMS_MAX) {
            throw Invalid.at(pointer, value, "an array of at most " + ITEMS_MAX);
        }
        var items = new ArrayList<Form>();
        for (Json item : value.items()) {
            items.add(new Form(pointer + "/" + items.size(), item));
        }
        return items;
    }

    /** Names and values, each a scalar or an array of them. */
    Map<String, Json> attributes() {
        if (!value.isObject() || value.members().size() > ITEMS_MAX) {
            throw Invalid.at(pointer, value, "an object of at most " + ITEMS_MAX + " names and values");
        }
        var attributes = new TreeMap<String, Json>();
        value.members().forEach((name, member) -> {
            boolean isList = member.isArray() && member.items().stream().allMatch(Form::isScalar);
            if (!isList && !isScalar(member)) {
                throw Invalid.at(pointer + "/" + name, member, "a text, a number, a boolean or an array of these");
            }
            attributes.put(name, member);
        });
        return attributes;
    }

    static boolean isScalar(Json value) {
        return value.isText() || value.isNumber() || value.isBoolean();
    }
}
