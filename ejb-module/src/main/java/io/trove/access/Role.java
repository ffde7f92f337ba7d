package io.trove.access;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.trove.event.Json;
import io.trove.filter.Filter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A named set of permissions, narrowed by rules: what its holders see, what they never see, and which fields are masked.
 *
 * @param text the role as it was set, which tells it from others
 */
record Role(
        String name,
        Set<Permission> permissions,
        Set<Permission> denied,
        List<Rule> sees,
        List<Rule> never,
        List<Mask> masks,
        String text) {

    static final Role ADMIN = shipped("admin", permission -> true);

    private static final Role READER = shipped("reader", Role::isReading);
    private static final Role WRITER = shipped("writer", permission -> isReading(permission) || isWriting(permission));
    private static final Role AUDITOR =
            shipped("auditor", permission -> isReading(permission) || permission == Permission.PROOF_AUDIT);
    private static final Role AGENT = new Role(
            "agent",
            Set.of(Permission.EVENTS_APPEND, Permission.EVENTS_READ),
            Set.of(),
            List.of(Rule.own()),
            List.of(),
            List.of(),
            "agent");

    private static final List<Role> SHIPPED = List.of(ADMIN, WRITER, READER, AUDITOR, AGENT);
    private static final Set<String> MEMBERS = Set.of("name", "permissions", "denied", "sees", "never", "masks");
    private static final int NAME_MAX = 100;

    Role {
        permissions = Set.copyOf(permissions);
        denied = Set.copyOf(denied);
        sees = List.copyOf(sees);
        never = List.copyOf(never);
        masks = List.copyOf(masks);
    }

    /** Those that every organization has. */
    static Optional<Role> shipped(String name) {
        return SHIPPED.stream().filter(role -> role.name.equals(name)).findFirst();
    }

    static List<Role> shipped() {
        return SHIPPED;
    }

    private static Role shipped(String name, Predicate<Permission> has) {
        Set<Permission> permissions =
                Arrays.stream(Permission.values()).filter(has).collect(toUnmodifiableSet());
        return new Role(name, permissions, Set.of(), List.of(), List.of(), List.of(), name);
    }

    private static boolean isReading(Permission permission) {
        return permission.text().endsWith(".read");
    }

    /** What changes how a ledger is kept, rather than what is in it, is the administrator's. */
    private static boolean isWriting(Permission permission) {
        return permission == Permission.EVENTS_APPEND
                || (permission.text().endsWith(".write")
                        && permission != Permission.SCHEMAS_WRITE
                        && permission != Permission.COMMANDS_WRITE);
    }

    static Role read(String name, Form form) {
        form.object(MEMBERS);
        form.member("name").filter(given -> !given.text().equals(name)).ifPresent(other -> {
            throw Invalid.at(other.pointer(), other.value(), "\"" + name + "\", as in the address");
        });
        return new Role(
                name,
                permissions(form.items("permissions")),
                permissions(form.items("denied")),
                form.items("sees").stream().map(Rule::read).toList(),
                form.items("never").stream().map(Rule::read).toList(),
                form.items("masks").stream().flatMap(Role::masks).toList(),
                form.value().toString());
    }

    static String name(Form form) {
        if (form.text().length() > NAME_MAX) {
            throw Invalid.at(form.pointer(), form.value(), "a name of at most " + NAME_MAX + " characters");
        }
        return form.text();
    }

    private static Set<Permission> permissions(List<Form> names) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        names.forEach(name -> permissions.add(Permission.named(name.text())
                .orElseThrow(() -> Invalid.at(
                        name.pointer(),
                        name.value(),
                        "one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(Permission.values())
                                                .map(Permission::text)
                                                .toList())))));
        return permissions;
    }

    /** {@code {"types", "hide": [pointers]}} or {@code {"types", "redact": [pointers], "to": text}}. */
    private static Stream<Mask> masks(Form form) {
        form.object(Set.of("types", "hide", "redact", "to"));
        Filter of = Rule.types(form);
        String text = form.member("to").map(Form::text).orElse("***");
        return Stream.concat(
                form.items("hide").stream().map(at -> new Mask(of, path(at), Optional.empty())),
                form.items("redact").stream().map(at -> new Mask(of, path(at), Optional.of(text))));
    }

    private static List<String> path(Form form) {
        String pointer = form.text();
        List<String> path = Arrays.stream(pointer.substring(1).split("/", -1))
                .map(part -> part.replace("~1", "/").replace("~0", "~"))
                .toList();
        if (!pointer.startsWith("/") || !Mask.MEMBERS.contains(path.get(0))) {
            throw Invalid.at(
                    form.pointer(),
                    form.value(),
                    "a JSON Pointer, in which * is any name, that begins with one of "
                            + String.join(", ", Mask.MEMBERS.stream().sorted().toList())
                            + ": the other members are in the record that everyone may check");
        }
        return path;
    }

    /** As answers say it: as it was set, or what a shipped one holds. */
    Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("name", name);
        if (SHIPPED.contains(this)) {
            members.put("shipped", true);
            members.put(
                    "permissions",
                    permissions.stream().map(Permission::text).sorted().toList());
            return members;
        }
        members.putAll(Json.parse(text.getBytes(StandardCharsets.UTF_8)).members());
        return members;
    }
}
