package io.trove.console;

import io.trove.access.Principals;
import io.trove.event.Json;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** Who may ask for an organization: people and programs. */
@Named
@RequestScoped
public class People {
    private static final int PAGE = 50;

    @Inject
    private Chosen chosen;

    @Inject
    private Told told;

    @Inject
    private Principals principals;

    private List<PrincipalLine> found;

    @PostConstruct
    void look() {
        found = principals.all(chosen.getCaller(), getOrganization(), chosen.parameter("after"), PAGE + 1).stream()
                .map(PrincipalLine::of)
                .toList();
    }

    public String getOrganization() {
        return chosen.getLedger().name().organization();
    }

    public List<PrincipalLine> getAll() {
        return found.stream().limit(PAGE).toList();
    }

    public String getNext() {
        return found.size() <= PAGE
                ? ""
                : chosen.to("people").with("after", found.get(PAGE - 1).name()).toString();
    }

    public String getFirst() {
        return chosen.parameter("after").isEmpty() ? "" : chosen.to("people").toString();
    }

    /** How they sign in. */
    public String getPrefix() {
        return getOrganization().equals("trove") ? "" : getOrganization() + "/";
    }

    /** Makes somebody without a role, and leads to where roles are given. */
    public void add() {
        var name = chosen.parameter("name").strip();
        told.done(
                () -> principals.set(
                        chosen.getCaller(),
                        getOrganization(),
                        name,
                        Json.object(Map.of("type", chosen.parameter("type"), "roles", List.of()))),
                name + " is known now. Give a role and a password, or a key.",
                chosen.to("person").with("name", name));
    }
}
