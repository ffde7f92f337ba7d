package io.trove.console;

import io.trove.access.Principals;
import io.trove.event.Json;
import io.trove.event.Times;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How programs say who they are: keys are made here, shown once, and revoked. */
@Named
@RequestScoped
public class ApiKeys {
    private static final int PAGE = 50;
    private static final int PRINCIPALS_MAX = 500;
    private static final String MADE = ApiKeys.class.getName() + "/";

    @Inject
    private Chosen chosen;

    @Inject
    private Told told;

    @Inject
    private FacesContext faces;

    @Inject
    private io.trove.access.Keys keys;

    @Inject
    private Principals principals;

    private List<KeyLine> found;
    private List<String> holders;
    private String made = "";

    /** A key as a line of a list; what is not known is empty. */
    public record KeyLine(
            String id,
            String principal,
            String producer,
            String note,
            String expiresAt,
            String lastUsedAt,
            boolean revoked) {

        static KeyLine of(Json key) {
            return new KeyLine(
                    text(key, "id"),
                    text(key, "principal"),
                    text(key, "producer"),
                    text(key, "note"),
                    text(key, "expiresAt"),
                    text(key, "lastUsedAt"),
                    key.member("revoked").equals(Optional.of(Json.of(true))));
        }
    }

    @PostConstruct
    void look() {
        holders = principals.all(chosen.getCaller(), organization(), "", PRINCIPALS_MAX).stream()
                .map(PrincipalLine::of)
                .filter(each -> !each.disabled())
                .map(PrincipalLine::name)
                .toList();
        if (!faces.isPostback()
                && faces.getExternalContext().getSessionMap().remove(MADE + chosen.parameter("made"))
                        instanceof String key) {
            made = key;
        }
        found = keys.all(chosen.getCaller(), organization(), chosen.parameter("after"), PAGE + 1).stream()
                .map(Json::object)
                .map(KeyLine::of)
                .toList();
    }

    private String organization() {
        return chosen.getLedger().name().organization();
    }

    public List<KeyLine> getAll() {
        return found.stream().limit(PAGE).toList();
    }

    public String getNext() {
        return found.size() <= PAGE
                ? ""
                : chosen.to("api-keys").with("after", found.get(PAGE - 1).id()).toString();
    }

    public String getFirst() {
        return chosen.parameter("after").isEmpty() ? "" : chosen.to("api-keys").toString();
    }

    /** Whose a key can be. */
    public List<String> getHolders() {
        return holders;
    }

    /** What was typed, when it was refused. */
    public String typed(String field) {
        return faces.isPostback() ? chosen.parameter(field) : "";
    }

    /** After how many days a key ends; empty for never. */
    public String getDays() {
        return faces.isPostback() ? chosen.parameter("days") : "90";
    }

    /** Makes a key; the page that this leads to shows it the first time that it is looked at, and never again. */
    public void make() {
        told.once(this::made, "The key is made.");
    }

    private Address made() {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("principal", chosen.parameter("principal"));
        put(asked, "producer");
        put(asked, "note");
        var days = chosen.parameter("days");
        if (days.matches("[1-9][0-9]{0,3}")) {
            var end = Instant.now().plus(Duration.ofDays(Long.parseLong(days)));
            asked.put("expiresAt", Times.text(Times.micros(end)));
        }
        var key = Json.object(keys.create(chosen.getCaller(), organization(), Json.object(asked)));
        faces.getExternalContext().getSessionMap().put(MADE + text(key, "id"), text(key, "key"));
        return chosen.to("api-keys").with("made", text(key, "id"));
    }

    private void put(Map<String, Object> asked, String name) {
        var value = chosen.parameter(name).strip();
        if (!value.isEmpty()) {
            asked.put(name, value);
        }
    }

    /** The key that was just made, whole; empty otherwise. */
    public String getMade() {
        return made;
    }

    /** Whether the key that was just made was shown already. */
    public boolean isShown() {
        return made.isEmpty() && !chosen.parameter("made").isEmpty();
    }

    /** The key that is asked to be revoked; empty when none is. */
    public String getDoomed() {
        return chosen.parameter("revoke");
    }

    public void revoke() {
        told.done(
                () -> keys.revoke(chosen.getCaller(), organization(), getDoomed()),
                "The key " + getDoomed() + " opens nothing from now on.",
                chosen.to("api-keys"));
    }

    private static String text(Json json, String name) {
        return json.member(name).flatMap(Json::text).orElse("");
    }
}
