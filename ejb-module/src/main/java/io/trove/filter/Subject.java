package io.trove.filter;

import io.trove.event.IndexKey;
import io.trove.event.Json;
import io.trove.event.Link;
import io.trove.event.Pending;
import io.trove.event.SchemaId;
import io.trove.event.Times;
import java.util.List;
import java.util.Optional;

/** An event as a filter looks at it. */
interface Subject {

    long position();

    Optional<String> text(Field field);

    long createdAtMicros();

    long recordedAtMicros();

    List<IndexKey> indexKeys();

    /** Where the links of this type lead. */
    List<String> targets(String linkType);

    Optional<Json> payload();

    /** A kept document at its position. */
    record Document(long position, Json document) implements Subject {

        @Override
        public Optional<String> text(Field field) {
            return field.in(document);
        }

        @Override
        public long createdAtMicros() {
            return micros("createdAt");
        }

        @Override
        public long recordedAtMicros() {
            return micros("recordedAt");
        }

        private long micros(String member) {
            return Times.micros(document.member(member).flatMap(Json::text).orElseThrow());
        }

        @Override
        public List<IndexKey> indexKeys() {
            return IndexKey.all(document);
        }

        @Override
        public List<String> targets(String linkType) {
            return document.member("links").stream()
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
            return document.member("payload");
        }
    }

    /** An event on its way to the disk; what its payload says is in the document that it becomes. */
    record OnItsWay(long position, Pending event, long recordedAtMicros) implements Subject {

        @Override
        public Optional<String> text(Field field) {
            return switch (field) {
                case TYPE -> Optional.of(event.type());
                case ENTITY_TYPE -> Optional.of(event.entityType());
                case ENTITY_ID -> event.entityId();
                case ACTOR_TYPE -> Optional.of(event.actor().type());
                case ACTOR_ID -> Optional.of(event.actor().id());
                case PRODUCER -> Optional.of(event.producer());
                case SCHEMA -> event.schema().map(SchemaId::id);
                case SCHEMA_VERSION -> event.schema().map(SchemaId::version);
                case MODULE -> event.module();
                case USER_ID -> event.userId();
                case TRACE_ID -> event.traceId();
                case CORRELATION_ID -> event.correlationId();
                case CAUSE_ID -> event.causeId();
            };
        }

        @Override
        public long createdAtMicros() {
            return event.createdAtMicros();
        }

        @Override
        public List<IndexKey> indexKeys() {
            return event.indexKeys();
        }

        @Override
        public List<String> targets(String linkType) {
            return event.links().stream()
                    .filter(link -> link.type().equals(linkType))
                    .map(Link::targetId)
                    .toList();
        }

        @Override
        public Optional<Json> payload() {
            throw new UnsupportedOperationException("An event on its way is asked for indexed terms only");
        }
    }
}
