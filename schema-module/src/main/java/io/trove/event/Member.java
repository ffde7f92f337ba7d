package io.trove.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The members of a kept document, in canonical order, and what the record (rules version 1) makes of each. */
enum Member {
    ACTOR("actor", Part.COMMITTED),
    CAUSE("cause", Part.SHOWN),
    CONTEXT("context", Part.COMMITTED),
    CREATED_AT("createdAt", Part.SHOWN),
    ENTITY("entity", Part.SHOWN),
    EXTENSIONS("extensions", Part.COMMITTED),
    FILES("files", Part.COMMITTED),
    HTTP("http", Part.COMMITTED),
    ID("id", Part.SHOWN),
    INDEX_BY("indexBy", Part.COMMITTED),
    LEDGER("ledger", Part.SHOWN),
    LINKS("links", Part.SHOWN),
    MESSAGE("message", Part.COMMITTED),
    METADATA("metadata", Part.COMMITTED),
    MODULE("module", Part.COMMITTED),
    PAYLOAD("payload", Part.COMMITTED),
    PRODUCER("producer", Part.SHOWN),
    RECORDED_AT("recordedAt", Part.SHOWN),
    SCHEMA("schema", Part.SHOWN),
    SOURCE("source", Part.COMMITTED),
    TRACE("trace", Part.SHOWN),
    TYPE("type", Part.SHOWN),
    USER_ID("userId", Part.COMMITTED);

    /** Whether the record shows a member itself or only a commitment to it. */
    enum Part {
        SHOWN,
        COMMITTED
    }

    static final List<Member> ALL = List.of(values());

    static final int COUNT = values().length;

    /** Those that the record commits to, in canonical order. */
    static final List<Member> COMMITTED = Arrays.stream(values())
            .filter(member -> member.part == Part.COMMITTED)
            .toList();

    private static final Map<String, Member> BY_TITLE =
            Arrays.stream(values()).collect(Collectors.toMap(Member::title, Function.identity()));

    private final String title;
    private final Part part;
    private final byte[] key;
    private final byte[] salting;

    Member(String title, Part part) {
        this.title = title;
        this.part = part;
        this.salting = title.getBytes(StandardCharsets.US_ASCII);
        this.key = ("\"" + title + "\":").getBytes(StandardCharsets.US_ASCII);
    }

    static Optional<Member> titled(String title) {
        return Optional.ofNullable(BY_TITLE.get(title));
    }

    /** The member's name in JSON. */
    String title() {
        return title;
    }

    /** The name as its salt is derived from it. */
    byte[] salting() {
        return salting;
    }

    /** The name as written before the value. */
    byte[] key() {
        return key;
    }
}
