package io.trove.registry;

import io.trove.event.Draft;
import io.trove.event.Json;
import io.trove.event.SchemaId;
import io.trove.ledger.Append;
import io.trove.ledger.Appending;
import io.trove.ledger.Caller;
import io.trove.ledger.Column;
import io.trove.ledger.Placed;
import io.trove.ledger.Row;
import io.trove.ledger.Table;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The system events of the registry, and the rows that follow from them. */
@ApplicationScoped
class SchemaEvents {

    static final String REGISTERED = "schema.registered";
    static final String STATUS_SET = "schema.status.set";
    static final String DESCRIPTION_SET = "schema.description.set";
    static final String COMPATIBILITY_SET = "schema.compatibility.set";
    static final String POLICY_SET = "ledger.policy.set";

    private static final Set<String> ALL =
            Set.of(REGISTERED, STATUS_SET, DESCRIPTION_SET, COMPATIBILITY_SET, POLICY_SET);

    private static final Table VERSION =
            new Table("schema_version", Column.text("schema_id"), Column.text("version"), Column.number("position"));
    private static final Table SETTING = new Table(
            "schema_setting",
            Column.number("position"),
            Column.text("name"),
            Column.text("schema_id"),
            Column.text("version"),
            Column.text("value"));

    /** Whether an event of this type moves the ledger's settings. */
    static boolean moveSettings(String type) {
        return ALL.contains(type);
    }

    static Append registered(Caller by, SchemaId schema, Registration registration) {
        Map<String, Object> payload = registration.members();
        payload.put("id", schema.id());
        payload.put("version", schema.version());
        return Append.of(draft(REGISTERED, by, Map.of("type", "schema", "id", schema.id()), payload));
    }

    /** What is beside a version's content, as far as it is to change. */
    static Append changed(Caller by, SchemaId schema, Map<String, String> settings) {
        List<Draft> drafts = settings.entrySet().stream()
                .map(each -> {
                    Map<String, Object> payload = new LinkedHashMap<>();
                    payload.put("id", schema.id());
                    if (!each.getKey().equals(Setting.COMPATIBILITY)) {
                        payload.put("version", schema.version());
                    }
                    payload.put(each.getKey(), each.getValue());
                    return draft(
                            "schema." + each.getKey() + ".set",
                            by,
                            Map.of("type", "schema", "id", schema.id()),
                            payload);
                })
                .toList();
        return Append.of(drafts);
    }

    static Append policySet(Caller by, String ledgerUid, Map<String, String> settings) {
        return Append.of(draft(POLICY_SET, by, Map.of("type", "ledger", "id", ledgerUid), settings));
    }

    private static Draft draft(String type, Caller by, Map<String, ?> entity, Map<String, ?> payload) {
        return Draft.of(Json.object(Map.of(
                "type", type,
                "entity", entity,
                "actor",
                        Map.of(
                                "type",
                                by.actor().type(),
                                "id",
                                by.actor().id(),
                                "role",
                                by.actor().role()),
                "payload", payload)));
    }

    void project(@Observes Appending batch) {
        batch.events().stream().flatMap(SchemaEvents::rows).forEach(batch::contribute);
    }

    static Stream<Row> rows(Placed placed) {
        if (!moveSettings(placed.event().type())) {
            return Stream.empty();
        }
        Json payload = payload(Json.parse(placed.kept().document()));
        String id = text(payload, "id");
        String version = text(payload, "version");
        Stream<Row> settings = Stream.of(
                        Setting.STATUS, Setting.DESCRIPTION, Setting.COMPATIBILITY, Setting.SCHEMAS, Setting.LINKS)
                .flatMap(name -> payload.member(name).flatMap(Json::text).stream()
                        .map(value -> setting(placed.position(), name, id, version, value)));
        return placed.event().type().equals(REGISTERED)
                ? Stream.concat(Stream.of(VERSION.row(id, version, placed.position())), settings)
                : settings;
    }

    private static Row setting(long position, String name, String id, String version, String value) {
        boolean ofSchema = name.equals(Setting.COMPATIBILITY);
        String stored =
                name.equals(Setting.STATUS) ? Status.of(value).orElseThrow().name() : value;
        return SETTING.row(position, name, id, ofSchema ? "" : version, stored);
    }

    /** What a {@code schema.registered} registered. */
    static Registration registration(Json document) {
        return Registration.of(payload(document));
    }

    /** The version that a {@code schema.registered} is of. */
    static SchemaId schema(Json payload) {
        return new SchemaId(text(payload, "id"), text(payload, "version"));
    }

    private static Json payload(Json document) {
        return document.member("payload").orElseThrow();
    }

    private static String text(Json payload, String name) {
        return payload.member(name).flatMap(Json::text).orElse("");
    }
}
