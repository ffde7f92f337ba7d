package io.trove.registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A schema's versions in the order of their registration, and what is set of it, as folded from its rows; not for two threads. */
final class Lineage {

    private final Map<String, Version> versions = new LinkedHashMap<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private Optional<Version> latest = Optional.empty();
    private long highest;
    private long below;

    /** All that is known lies below this position. */
    Lineage(long below) {
        this.below = below;
    }

    /** Takes in a row; one that is known already changes nothing. */
    void learn(Setting row) {
        if (row.position() < below) {
            return;
        }
        if (row.version().isEmpty()) {
            settings.put(row.name(), row.value());
        } else if (row.name().equals(Setting.STATUS)) {
            Status status = Status.valueOf(row.value());
            Version known = versions.get(row.version());
            boolean isNew = known == null;
            put(
                    isNew ? new Version(row.version(), row.position(), status, Optional.empty()) : known.with(status),
                    isNew);
        } else {
            versions.computeIfPresent(row.version(), (name, known) -> known.with(row.value()));
            latest = latest.map(each -> versions.get(each.version()));
        }
    }

    /** How much is known. */
    int entries() {
        return 1 + versions.size() + settings.size();
    }

    private void put(Version version, boolean isNew) {
        versions.put(version.version(), version);
        if (isNew && version.version().matches("[1-9][0-9]{0,17}")) {
            highest = Math.max(highest, Long.parseLong(version.version()));
        }
        if (isNew && version.status() == Status.ENABLED) {
            latest = Optional.of(version);
        } else if (!isNew) {
            latest = newestFirst().stream()
                    .filter(each -> each.status() == Status.ENABLED)
                    .findFirst();
        }
    }

    /** What is known now lies below this position. */
    void reach(long position) {
        below = position;
    }

    /** The version after the highest that is a whole number. */
    String next() {
        return Long.toString(highest + 1);
    }

    /** The version last registered of those that are enabled. */
    Optional<Version> latest() {
        return latest;
    }

    Optional<Version> version(String version) {
        return Optional.ofNullable(versions.get(version));
    }

    /** What was registered after a version, up to another and with it, in that order; nothing when that came before. */
    List<Version> between(String from, Version to) {
        long after = version(from).map(Version::position).orElse(Long.MAX_VALUE);
        return versions.values().stream()
                .filter(each -> each.position() > after && each.position() <= to.position())
                .toList();
    }

    Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    boolean isEmpty() {
        return versions.isEmpty();
    }

    List<Version> newestFirst() {
        List<Version> all = new ArrayList<>(versions.values());
        Collections.reverse(all);
        return all;
    }
}
