package io.trove.access;

import io.trove.event.Json;
import io.trove.ledger.LedgerName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A role that a principal has: in some environments, or, when none is named, in all, {@code system} included. */
record Grant(String role, List<String> environments) {

    Grant {
        environments = List.copyOf(environments);
    }

    static Grant read(Form form) {
        form.object(Set.of("role", "environments"));
        List<String> environments =
                form.items("environments").stream().map(Grant::environment).toList();
        if (form.member("environments").isPresent() && environments.isEmpty()) {
            throw Invalid.at(form.pointer() + "/environments", "empty", "one or more, or nothing for all of them");
        }
        return new Grant(Role.name(form.required("role")), environments);
    }

    private static String environment(Form form) {
        if (!LedgerName.isName(form.text())) {
            throw Invalid.at(form.pointer(), form.value(), "an environment's name");
        }
        return form.text();
    }

    boolean isFor(String environment) {
        return environments.isEmpty() || environments.contains(environment);
    }

    Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("role", role);
        if (!environments.isEmpty()) {
            members.put("environments", environments);
        }
        return members;
    }

    static Grant of(Json kept) {
        return read(Form.of(kept));
    }
}
