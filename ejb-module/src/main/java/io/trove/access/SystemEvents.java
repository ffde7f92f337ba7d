package io.trove.access;

import io.trove.event.Draft;
import io.trove.event.Json;
import io.trove.ledger.Append;
import io.trove.ledger.Appending;
import io.trove.ledger.Caller;
import io.trove.ledger.Column;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerName;
import io.trove.ledger.Placed;
import io.trove.ledger.Removing;
import io.trove.ledger.Row;
import io.trove.ledger.Table;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The events of {@code system} environments that access appends, and the rows that follow from them. */
@ApplicationScoped
class SystemEvents {

    static final String PRINCIPAL_CREATED = "access.principal.created";
    static final String PRINCIPAL_CHANGED = "access.principal.changed";
    static final String PRINCIPAL_REMOVED = "access.principal.removed";
    static final String ROLE_SET = "access.role.set";
    static final String ROLE_REMOVED = "access.role.removed";
    static final String KEY_CREATED = "access.key.created";

    private static final String ORGANIZATION_CREATED = "organization.created";
    private static final String LEDGER_DELETED = "ledger.deleted";
    private static final String FAILURES_COUNTED = "access.failures.counted";
    private static final String SETTINGS_SET = "organization.settings.set";
    private static final String PASSWORD_SET = "access.password.set";
    private static final String KEY_REVOKED = "access.key.revoked";

    private static final Table ORGANIZATION = new Table("organization", Column.text("name"), Column.number("position"));
    private static final Table SETTING = new Table(
            "access_setting",
            Column.text("kind"),
            Column.text("name"),
            Column.number("position"),
            Column.text("content"));
    private static final Table PASSWORD =
            new Table("password", Column.text("principal"), Column.number("position"), Column.text("event_id"));
    private static final Table CREDENTIAL = new Table("credential", Column.text("event_id"), Column.text("hash"));

    /** The same caller making the same organization again is the same event, and so has no effect. */
    static Append organizationCreated(Caller by, String name, List<String> environments) {
        return Append.of(draft(Map.of(
                "id", Map.of("id", "organization-" + name, "version", 1),
                "type", ORGANIZATION_CREATED,
                "entity", Map.of("type", "organization", "id", name),
                "actor", actor(by),
                "payload", Map.of("name", name, "environments", environments))));
    }

    /** A ledger is removed as a whole, with so many events; said once, whoever else says so. */
    static Append ledgerDeleted(Caller by, Ledger ledger, long size) {
        return Append.of(draft(Map.of(
                        "id", Map.of("id", "ledger-deleted-" + ledger.uid(), "version", 1),
                        "type", LEDGER_DELETED,
                        "entity", Map.of("type", "ledger", "id", ledger.uid()),
                        "actor", actor(by),
                        "payload",
                                Map.of(
                                        "uid", ledger.uid(),
                                        "name", ledger.name().toString(),
                                        "size", size))))
                .with(Removing.row(ledger));
    }

    /** What failed and was refused in a time. */
    static Append failuresCounted(Map<String, Object> payload) {
        return Append.of(draft(Map.of("type", FAILURES_COUNTED, "payload", payload)));
    }

    /** The first principal, with a role on every ledger and a password, at most once under this key. */
    static Append principalCreated(String name, Role role, String passwordHash, String once) {
        Principal principal =
                Principal.read(name, Form.of(Json.object(Map.of("roles", List.of(Map.of("role", role.name()))))));
        Map<String, Object> entity = entity(Kind.PRINCIPAL, name);
        String setBy = "first-password-" + name;
        List<Draft> drafts = List.of(
                draft(Map.of("type", PRINCIPAL_CREATED, "entity", entity, "payload", principal.members())),
                draft(Map.of("id", Map.of("id", setBy, "version", 1), "type", PASSWORD_SET, "entity", entity)));
        return Append.of(drafts).withKey(Optional.of(once)).with(CREDENTIAL.row(setBy, passwordHash));
    }

    /** How a principal is from now on. */
    static Append principalSet(Caller by, Principal principal, boolean isNew) {
        return set(
                by,
                isNew ? PRINCIPAL_CREATED : PRINCIPAL_CHANGED,
                Kind.PRINCIPAL,
                principal.name(),
                principal.members());
    }

    /** A principal's password, whose hash is kept beside the event of this id. */
    static Append passwordSet(Caller by, String name, String eventId, String hash) {
        return Append.of(draft(Map.of(
                        "id", Map.of("id", eventId, "version", 1),
                        "type", PASSWORD_SET,
                        "actor", actor(by),
                        "entity", entity(Kind.PRINCIPAL, name))))
                .with(CREDENTIAL.row(eventId, hash));
    }

    static Append roleSet(Caller by, Role role) {
        Map<String, Object> content = new LinkedHashMap<>(role.members());
        return set(by, ROLE_SET, Kind.ROLE, role.name(), content);
    }

    /** A key, the hash of whose secret is kept beside the event. */
    static Append keyCreated(Caller by, Key key, String hash) {
        return Append.of(draft(Map.of(
                        "id", Map.of("id", key.madeBy(), "version", 1),
                        "type", KEY_CREATED,
                        "actor", actor(by),
                        "entity", entity(Kind.KEY, key.id()),
                        "payload", key.kept())))
                .with(CREDENTIAL.row(key.madeBy(), hash));
    }

    /** What an organization says of itself from now on. */
    static Append settingsSet(Caller by, String organization, Map<String, Object> content) {
        return set(by, SETTINGS_SET, Kind.ORGANIZATION, organization, content);
    }

    static Append keyRevoked(Caller by, Key key) {
        return set(by, KEY_REVOKED, Kind.KEY, key.id(), key.withRevocation().kept());
    }

    /** A principal is no more, and none of these keys of it. */
    static Append principalRemoved(Caller by, String name, List<Key> keys) {
        Stream<Draft> revoked = keys.stream()
                .map(key -> said(
                        by,
                        KEY_REVOKED,
                        Kind.KEY,
                        key.id(),
                        key.withRevocation().kept()));
        Draft removed = said(by, PRINCIPAL_REMOVED, Kind.PRINCIPAL, name, Map.of("name", name));
        return Append.of(Stream.concat(revoked, Stream.of(removed)).toList());
    }

    static Append roleRemoved(Caller by, String name) {
        return set(by, ROLE_REMOVED, Kind.ROLE, name, Map.of("name", name));
    }

    private static Append set(Caller by, String type, Kind kind, String name, Map<String, Object> content) {
        return Append.of(said(by, type, kind, name, content));
    }

    private static Draft said(Caller by, String type, Kind kind, String name, Map<String, Object> content) {
        return draft(Map.of("type", type, "actor", actor(by), "entity", entity(kind, name), "payload", content));
    }

    void project(@Observes Appending batch) {
        LedgerName ledger = batch.ledger().name();
        if (ledger.isSystem()) {
            boolean isInstallation = ledger.equals(LedgerName.INSTALLATION);
            batch.events().stream()
                    .flatMap(placed -> rows(placed, isInstallation))
                    .forEach(batch::contribute);
        }
    }

    static Stream<Row> rows(Placed placed, boolean isInstallation) {
        String subject = placed.event().entityId().orElse("");
        long position = placed.position();
        return switch (placed.event().type()) {
            case ORGANIZATION_CREATED ->
                isInstallation ? Stream.of(ORGANIZATION.row(subject, position)) : Stream.empty();
            case PRINCIPAL_CREATED, PRINCIPAL_CHANGED -> setting(Kind.PRINCIPAL, placed);
            case ROLE_SET -> setting(Kind.ROLE, placed);
            case SETTINGS_SET -> setting(Kind.ORGANIZATION, placed);
            case KEY_CREATED, KEY_REVOKED -> setting(Kind.KEY, placed);
            case PRINCIPAL_REMOVED -> Stream.of(removed(Kind.PRINCIPAL, placed));
            case ROLE_REMOVED -> Stream.of(removed(Kind.ROLE, placed));
            case PASSWORD_SET ->
                Stream.of(PASSWORD.row(subject, position, placed.id().id()));
            default -> Stream.empty();
        };
    }

    private static Stream<Row> setting(Kind kind, Placed placed) {
        return Stream.of(SETTING.row(
                kind.text(),
                placed.event().entityId().orElseThrow(),
                placed.position(),
                payload(placed).toString()));
    }

    private static Row removed(Kind kind, Placed placed) {
        return SETTING.row(kind.text(), placed.event().entityId().orElseThrow(), placed.position(), AccessRow.REMOVED);
    }

    private static Json payload(Placed placed) {
        return Json.parse(placed.kept().document()).member("payload").orElseThrow();
    }

    private static Map<String, Object> entity(Kind kind, String name) {
        return Map.of("type", kind.text(), "id", name);
    }

    private static Map<String, Object> actor(Caller by) {
        return Map.of("type", by.actor().type(), "id", by.actor().id());
    }

    private static Draft draft(Map<String, ?> event) {
        return Draft.of(Json.object(event));
    }
}
