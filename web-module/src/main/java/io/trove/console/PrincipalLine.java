package io.trove.console;

import io.trove.event.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who may ask, as a line of a list. */
public record PrincipalLine(String name, String type, List<GrantLine> grants, boolean disabled) {

    /** A role and where it holds, which is everywhere when no environment is named. */
    public record GrantLine(String role, List<String> environments) {

        public String where() {
            return environments.isEmpty() ? "everywhere" : String.join(", ", environments);
        }
    }

    static PrincipalLine of(Json principal) {
        return new PrincipalLine(
                text(principal, "name"),
                text(principal, "type"),
                principal.member("roles").map(Json::items).orElse(List.of()).stream()
                        .map(PrincipalLine::grant)
                        .toList(),
                principal.member("disabled").equals(Optional.of(Json.of(true))));
    }

    private static GrantLine grant(Json grant) {
        return new GrantLine(
                text(grant, "role"),
                grant.member("environments").map(Json::items).orElse(List.of()).stream()
                        .flatMap(each -> each.text().stream())
                        .toList());
    }

    static PrincipalLine of(Map<String, ?> members) {
        return of(Json.object(members));
    }

    /** In one line. */
    public String roles() {
        return grants.stream()
                .map(grant -> grant.environments().isEmpty() ? grant.role() : grant.role() + " in " + grant.where())
                .collect(Collectors.joining("; "));
    }

    private static String text(Json json, String name) {
        return json.member(name).flatMap(Json::text).orElse("");
    }
}
