package io.trove.console;

import io.trove.access.Permission;
import io.trove.ledger.LedgerName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the console has pages for, in the order of its navigation, and what it takes to open them. */
public enum Room {
    HOME("Home", "pi-home", Permission.EVENTS_READ, Where.LEDGER, "home"),
    EVENTS("Events", "pi-list", Permission.EVENTS_READ, Where.LEDGER, "events", "event"),
    ENTITIES("Entities", "pi-box", Permission.EVENTS_READ, Where.LEDGER, "entities", "entity"),
    RECORD("Record", "pi-plus-circle", Permission.EVENTS_APPEND, Where.LEDGER, "record"),
    SCHEMAS("Schemas", "pi-file-edit", Permission.EVENTS_READ, Where.LEDGER, "schemas", "schema", "register"),
    INTEGRITY("Integrity", "pi-shield", Permission.PROOF_READ, Where.LEDGER, "integrity"),
    JOBS("Jobs", "pi-cog", Permission.JOBS_READ, Where.LEDGER, "jobs", "job"),
    ACCESS(
            "Access",
            "pi-users",
            Permission.ACCESS_MANAGE,
            Where.ORGANIZATION,
            "people",
            "person",
            "api-keys",
            "roles",
            "role",
            "journal"),
    SYSTEM("System", "pi-server", Permission.ACCESS_MANAGE, Where.INSTALLATION, "system");

    private static final String BEFORE = "/console/";
    private static final String BEHIND = ".xhtml";

    private final String label;
    private final String icon;
    private final Permission permission;
    private final Where where;
    private final List<String> pages;

    /** The first of the pages is the one that the navigation leads to. */
    Room(String label, String icon, Permission permission, Where where, String... pages) {
        this.label = label;
        this.icon = icon;
        this.permission = permission;
        this.where = where;
        this.pages = List.of(pages);
    }

    /** Where the permission is asked for. */
    enum Where {
        LEDGER,
        ORGANIZATION,
        INSTALLATION
    }

    /** The room that a view is in. */
    static Optional<Room> of(String view) {
        if (!view.startsWith(BEFORE) || !view.endsWith(BEHIND)) {
            return Optional.empty();
        }
        String page = view.substring(BEFORE.length(), view.length() - BEHIND.length());
        return Arrays.stream(values()).filter(room -> room.pages.contains(page)).findFirst();
    }

    public String getLabel() {
        return label;
    }

    public String getIcon() {
        return icon;
    }

    String page() {
        return pages.get(0);
    }

    Permission permission() {
        return permission;
    }

    /** The ledger in which the permission is asked for, by a page about this one. */
    LedgerName asked(LedgerName about) {
        return switch (where) {
            case LEDGER -> about;
            case ORGANIZATION -> new LedgerName(about.organization(), LedgerName.INSTALLATION.environment());
            case INSTALLATION -> LedgerName.INSTALLATION;
        };
    }
}
