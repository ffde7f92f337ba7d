package io.trove.access;

import io.trove.event.Actor;
import io.trove.event.Json;
import io.trove.filter.EntityRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Someone who may ask, in one organization: a name, what kind of actor it is, what rules compare with, the roles it has,
 * and a password when one is set.
 */
public record Principal(
        String name,
        String type,
        Map<String, Json> attributes,
        Optional<EntityRef> entity,
        List<Grant> grants,
        boolean disabled,
        Optional<Password> password) {

    private static final Set<String> TYPES = Set.of("user", "agent", "system", "webhook");
    private static final Set<String> MEMBERS = Set.of("name", "type", "attributes", "entity", "roles", "disabled");

    public Principal {
        attributes = Map.copyOf(attributes);
        grants = List.copyOf(grants);
    }

    /** What may be said of a principal of this name, by a caller or by an event that was recorded. */
    static Principal read(String name, Form form) {
        form.object(MEMBERS);
        form.member("name").filter(given -> !given.text().equals(name)).ifPresent(other -> {
            throw Invalid.at(other.pointer(), other.value(), "\"" + name + "\", as in the address");
        });
        return new Principal(
                name,
                form.member("type").map(Principal::type).orElse("user"),
                form.member("attributes").map(Form::attributes).orElse(Map.of()),
                form.member("entity").map(Principal::entity),
                form.items("roles").stream().map(Grant::read).toList(),
                form.member("disabled").map(Form::isTrue).orElse(false),
                Optional.empty());
    }

    /** One that is kept, without its password. */
    static Principal kept(Json content) {
        return read(content.member("name").flatMap(Json::text).orElseThrow(), Form.of(content));
    }

    private static String type(Form form) {
        if (!TYPES.contains(form.text())) {
            throw Invalid.at(form.pointer(), form.value(), "user, agent, system or webhook");
        }
        return form.text();
    }

    private static EntityRef entity(Form form) {
        form.object(Set.of("type", "id"));
        return new EntityRef(form.required("type").text(), form.required("id").text());
    }

    Principal with(Optional<Password> set) {
        return new Principal(name, type, attributes, entity, grants, disabled, set);
    }

    Actor actor() {
        return new Actor(type, name, Optional.empty());
    }

    /** As answers and events say it; never a password. */
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("name", name);
        members.put("type", type);
        if (!attributes.isEmpty()) {
            members.put("attributes", attributes);
        }
        entity.ifPresent(bound -> members.put("entity", Map.of("type", bound.type(), "id", bound.id())));
        members.put("roles", grants.stream().map(Grant::members).toList());
        members.put("disabled", disabled);
        return members;
    }

    /** A password's hash, and the id of the event that set it, which is another for each password ever set. */
    record Password(String setBy, String hash) {

        @Override
        public String toString() {
            return "Password[setBy=" + setBy + "]";
        }
    }
}
