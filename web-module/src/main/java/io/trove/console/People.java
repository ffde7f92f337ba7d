package io.trove.console;

import io.trove.access.Basis;
import io.trove.access.NameTaken;
import io.trove.access.Principals;
import io.trove.event.Json;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** Who may ask for an organization: people and programs. */
@Named
@RequestScoped
public class People {
    private static final int PAGE = 50;
    private static final List<KindLine> KINDS = List.of(
            new KindLine("user", "a person"),
            new KindLine("agent", "an agent"),
            new KindLine("system", "a system"),
            new KindLine("webhook", "a webhook"));

    @Inject
    private Chosen chosen;

    @Inject
    private Told told;

    @Inject
    private Principals principals;

    @Inject
    private FacesContext faces;

    private List<PrincipalLine> found;
    private String there = "";

    /** A kind of principal, and how people call it. */
    public record KindLine(String name, String words) {}

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
                () -> make(name),
                name + " is known now. Give a role and a password, or a key.",
                chosen.to("person").with("name", name));
    }

    private void make(String name) {
        try {
            principals.set(
                    chosen.getCaller(),
                    getOrganization(),
                    name,
                    Json.object(Map.of("type", chosen.parameter("type"), "roles", List.of())),
                    Basis.none());
        } catch (NameTaken taken) {
            there = name;
            throw taken;
        }
    }

    /** Who has the name already that somebody was to be added by; empty otherwise. */
    public String getThere() {
        return there;
    }

    /** What was typed, when it was refused. */
    public String typed(String field) {
        return faces.isPostback() ? chosen.parameter(field) : "";
    }

    public List<KindLine> getKinds() {
        return KINDS;
    }
}
