package io.trove.console;

import io.trove.access.Permission;
import io.trove.entities.Chapter;
import io.trove.entities.Searching;
import io.trove.query.Query;
import io.trove.refusal.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The things of a type, found by what they are now. */
@Named
@RequestScoped
public class Entities {
    private static final int SHOWN = 50;
    private static final int EXCERPT_MAX = 160;

    private static final Map<String, String> COMPARED = Map.of(
            "not", "is not",
            "contains", "contains",
            "in", "is one of",
            "gt", "is more than",
            "gte", "is at least",
            "lt", "is less than",
            "lte", "is at most",
            "between", "is between");

    @Inject
    private FacesContext faces;

    @Inject
    private Chosen chosen;

    @Inject
    private Searching searching;

    @Inject
    private Query query;

    private Map<String, List<String>> conditions = Map.of();
    private Optional<Chapter> found = Optional.empty();
    private String refused = "";

    /** One of them in a line. */
    public record Line(
            String type,
            String id,
            String version,
            String state,
            boolean isDeleted,
            String address,
            String failedAt,
            String failedAddress,
            String why,
            String api) {}

    /** A condition, and the page without it. */
    public record Condition(String text, String without) {}

    /** Before the page is drawn: reads it, or leads to the address that says what the form asked for. */
    public void look() throws IOException {
        if (!chosen.isOpen() || faces.getResponseComplete()) {
            return;
        }
        conditions = conditions(faces.getExternalContext().getRequestParameterValuesMap());
        if (!chosen.parameter("path").isEmpty()) {
            var name = "where." + chosen.parameter("path") + chosen.parameter("compare");
            faces.getExternalContext()
                    .redirect(page().and(name, chosen.parameter("value")).toString());
            return;
        }
        if (!getType().isEmpty() || isParked()) {
            try {
                var type = Optional.of(getType()).filter(text -> !text.isEmpty());
                var asked = new Searching.Asked(type, isParked(), isAlsoDeleted(), conditions);
                var cursor = Optional.of(chosen.parameter("cursor")).filter(text -> !text.isEmpty());
                found = Optional.of(searching.page(chosen.sight(), asked, SHOWN, cursor));
            } catch (Refusal refusal) {
                refused = refusal.getMessage();
            }
        }
    }

    private static Map<String, List<String>> conditions(Map<String, String[]> parameters) {
        var conditions = new LinkedHashMap<String, List<String>>();
        parameters.forEach((name, values) -> {
            if (name.startsWith("where.")) {
                conditions.put(name, List.of(values));
            }
        });
        return conditions;
    }

    private Address page() {
        return bare().and(conditions);
    }

    private Address bare() {
        return chosen.to("entities")
                .with("type", getType())
                .with("deleted", isAlsoDeleted() ? "true" : "")
                .with("parked", isParked() ? "true" : "");
    }

    public String getType() {
        return chosen.parameter("type").strip();
    }

    public boolean isAlsoDeleted() {
        return chosen.parameter("deleted").equals("true");
    }

    /** Those whose fold failed, of any type. */
    public boolean isParked() {
        return chosen.parameter("parked").equals("true");
    }

    /** Whether those that are shown may be folded again. */
    public boolean isMendable() {
        return isParked() && chosen.isWritable() && chosen.may(Permission.ENTITIES_MANAGE.text());
    }

    public boolean isAsked() {
        return found.isPresent();
    }

    public String getRefused() {
        return refused;
    }

    public List<Condition> getConditions() {
        return conditions.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> {
                    var others = new LinkedHashMap<>(conditions);
                    others.remove(each.getKey());
                    return new Condition(
                            said(each.getKey()) + " " + value,
                            bare().and(others).toString());
                }))
                .toList();
    }

    /** Of {@code where.year[lt]} what the form calls it. */
    private static String said(String name) {
        var path = name.substring("where.".length());
        var bracket = path.endsWith("]") ? path.lastIndexOf('[') : -1;
        return bracket < 0
                ? path + " is"
                : path.substring(0, bracket) + " "
                        + COMPARED.getOrDefault(
                                path.substring(bracket + 1, path.length() - 1), path.substring(bracket));
    }

    public Map<String, List<String>> getAllConditions() {
        return conditions;
    }

    /** What events' types say that there is, for who does not know what to ask for; only where it costs nothing. */
    public List<String> getTypes() {
        if (!chosen.sight().isEverything()) {
            return List.of();
        }
        return query.statistics(chosen.sight()).byType().keySet().stream()
                .filter(type -> type.indexOf('.') > 0)
                .map(type -> type.substring(0, type.indexOf('.')))
                .distinct()
                .sorted()
                .limit(SHOWN)
                .toList();
    }

    public String ofType(String type) {
        return chosen.to("entities").with("type", type).toString();
    }

    public List<Line> getShown() {
        return found.map(chapter -> chapter.items().stream().map(this::line).toList())
                .orElse(List.of());
    }

    private Line line(Map<String, Object> item) {
        var entity = (Map<?, ?>) item.get("entity");
        var type = String.valueOf(entity.get("type"));
        var id = String.valueOf(entity.get("id"));
        var state = String.valueOf(item.get("state"));
        var parked = item.get("parked") instanceof Optional<?> there && there.isPresent()
                ? (Map<?, ?>) there.get()
                : Map.of();
        var failedAt = parked.containsKey("position") ? String.valueOf(parked.get("position")) : "";
        return new Line(
                type,
                id,
                String.valueOf(item.get("version")),
                state.length() <= EXCERPT_MAX
                        ? state
                        : state.substring(0, state.offsetByCodePoints(0, EXCERPT_MAX / 2)) + "…",
                Boolean.TRUE.equals(item.get("deleted")),
                chosen.to("entity").with("type", type).with("id", id).toString(),
                failedAt,
                chosen.to("event").with("position", failedAt).toString(),
                String.valueOf(parked.get("why")),
                chosen.getApi() + "/entities/" + Address.part(type) + "/" + Address.part(id));
    }

    public String getNext() {
        return found.flatMap(Chapter::next)
                .map(cursor -> page().with("cursor", cursor).toString())
                .orElse("");
    }

    public String getFirst() {
        return chosen.parameter("cursor").isEmpty() ? "" : page().toString();
    }
}
