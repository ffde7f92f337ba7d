package io.trove.filter;

import io.trove.event.IndexKey;
import io.trove.event.Json;
import io.trove.event.KeptMembers;
import io.trove.event.Times;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An event as a filter looks at it. */
interface Subject {

    long position();

    Optional<String> text(Field field);

    long createdAtMicros();

    long recordedAtMicros();

    /** What it has under an index name. */
    List<Json> keyed(String name);

    /** Where the links of this type lead. */
    List<String> targets(String linkType);

    Optional<Json> payload();

    /** A kept document at its position, member by member: what nobody asks for need not be parsed. */
    record Document(long position, Function<String, Optional<Json>> member) implements Subject {

        static Document of(long position, Json document) {
            return new Document(position, document::member);
        }

        static Document of(long position, KeptMembers document) {
            return new Document(position, document::json);
        }

        @Override
        public Optional<String> text(Field field) {
            return field.in(member);
        }

        @Override
        public long createdAtMicros() {
            return micros("createdAt");
        }

        @Override
        public long recordedAtMicros() {
            return micros("recordedAt");
        }

        private long micros(String name) {
            return Times.micros(member.apply(name).flatMap(Json::text).orElseThrow());
        }

        @Override
        public List<Json> keyed(String name) {
            return IndexKey.values(member.apply("indexBy"), () -> member.apply("payload"), name);
        }

        /** Links that Trove makes itself are not said under {@code links}: they follow from the rest. */
        @Override
        public List<String> targets(String linkType) {
            return switch (linkType) {
                case "supersedes" -> isFirst() ? List.of() : text("id", "/id");
                case "cause" -> text("cause", "/commandId");
                case "trace" -> text("trace", "/parentEventId");
                default -> said(linkType);
            };
        }

        private boolean isFirst() {
            return member.apply("id")
                    .flatMap(id -> id.member("version"))
                    .filter(Json.of(1)::equals)
                    .isPresent();
        }

        private List<String> text(String name, String pointer) {
            return member.apply(name).flatMap(json -> json.at(pointer)).flatMap(Json::text).stream()
                    .toList();
        }

        private List<String> said(String linkType) {
            return member.apply("links").stream()
                    .flatMap(links -> links.items().stream())
                    .filter(link -> link.member("type")
                            .flatMap(Json::text)
                            .filter(linkType::equals)
                            .isPresent())
                    .flatMap(link -> link.at("/targetEvent/id").flatMap(Json::text).stream())
                    .toList();
        }

        @Override
        public Optional<Json> payload() {
            return member.apply("payload");
        }
    }

    /** An event of which no more is known than the indexes know. */
    record Marked(Marks marks) implements Subject {

        @Override
        public Optional<String> text(Field field) {
            return switch (field) {
                case TYPE -> Optional.of(marks.type());
                case ENTITY_TYPE -> Optional.of(marks.entityType());
                case ENTITY_ID -> marks.entityId();
                case ACTOR_TYPE -> Optional.of(marks.actorType());
                case ACTOR_ID -> Optional.of(marks.actorId());
                case PRODUCER -> Optional.of(marks.producer());
                default -> throw unknown();
            };
        }

        @Override
        public List<Json> keyed(String name) {
            return marks.indexKeys().stream()
                    .filter(key -> key.name().equals(name))
                    .map(IndexKey::value)
                    .toList();
        }

        @Override
        public long position() {
            throw unknown();
        }

        @Override
        public long createdAtMicros() {
            throw unknown();
        }

        @Override
        public long recordedAtMicros() {
            throw unknown();
        }

        @Override
        public List<String> targets(String linkType) {
            throw unknown();
        }

        @Override
        public Optional<Json> payload() {
            throw unknown();
        }

        private static UnsupportedOperationException unknown() {
            return new UnsupportedOperationException("Marks are asked for indexed terms only");
        }
    }
}
