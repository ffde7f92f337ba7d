package io.trove.filter;

import io.trove.event.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/** One thing that a filter asks of an event. */
sealed interface Term permits Term.OneOf, Term.Within, Term.Between, Term.Keyed, Term.Linked, Term.Paid, OfEntity, Not {

    /** The parameter that it came from. */
    String name();

    boolean matches(Subject event);

    /** How many values it takes any of; a bound is one. */
    default int size() {
        return 1;
    }

    /** The whole term as text, the same for terms that ask the same. */
    String text();

    /** A field is one of these texts; of a type, {@code session.*} is every type that begins with {@code session.}. */
    record OneOf(Field field, NavigableSet<String> values) implements Term {

        @Override
        public String name() {
            return field.parameter();
        }

        @Override
        public int size() {
            return values.size();
        }

        @Override
        public boolean matches(Subject event) {
            Optional<String> said = event.text(field);
            return said.isPresent() && (values.contains(said.get()) || hasPrefixOf(said.get()));
        }

        private boolean hasPrefixOf(String said) {
            return values.stream().anyMatch(value -> isPattern(value) && said.startsWith(prefix(value)));
        }

        /** Whether this value means all types below it. */
        boolean isPattern(String value) {
            return field == Field.TYPE && value.endsWith(".*") && value.length() > 2;
        }

        /** What the types that a pattern means begin with, the dot included. */
        static String prefix(String pattern) {
            return pattern.substring(0, pattern.length() - 1);
        }

        /** What comes right behind the last of them. */
        static String behind(String pattern) {
            return pattern.substring(0, pattern.length() - 2) + (char) ('.' + 1);
        }

        @Override
        public String text() {
            return describe(name(), values);
        }
    }

    /** A time lies in a stretch: from its first microsecond on, before its last. */
    record Within(Moment moment, long fromMicros, long untilMicros) implements Term {

        /** Which of an event's two times. */
        enum Moment {
            CREATED("since", "until"),
            RECORDED("recordedSince", "recordedUntil");

            private final String since;
            private final String until;

            Moment(String since, String until) {
                this.since = since;
                this.until = until;
            }

            String since() {
                return since;
            }

            String until() {
                return until;
            }
        }

        @Override
        public String name() {
            return fromMicros == Long.MIN_VALUE ? moment.until : moment.since;
        }

        @Override
        public boolean matches(Subject event) {
            long micros = moment == Moment.CREATED ? event.createdAtMicros() : event.recordedAtMicros();
            return micros >= fromMicros && micros < untilMicros;
        }

        @Override
        public String text() {
            return describe(moment.since, List.of(Long.toString(fromMicros), Long.toString(untilMicros)));
        }
    }

    /** A position lies between two others, neither of them included. */
    record Between(long after, long before) implements Term {

        @Override
        public String name() {
            return before == Long.MAX_VALUE ? "after" : "before";
        }

        @Override
        public boolean matches(Subject event) {
            return event.position() > after && event.position() < before;
        }

        @Override
        public String text() {
            return describe("after", List.of(Long.toString(after), Long.toString(before)));
        }
    }

    /** An index key of this name has one of these values, as the texts that keys are found by. */
    record Keyed(String key, NavigableSet<String> values) implements Term {

        @Override
        public String name() {
            return "index." + key;
        }

        @Override
        public int size() {
            return values.size();
        }

        @Override
        public boolean matches(Subject event) {
            for (Json value : event.keyed(key)) {
                if (values.contains(KeyText.of(value))) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String text() {
            return describe(name(), values);
        }
    }

    /** A link of this type leads to one of these events, in whichever version. */
    record Linked(String type, NavigableSet<String> values) implements Term {

        @Override
        public String name() {
            return "links." + type;
        }

        @Override
        public int size() {
            return values.size();
        }

        @Override
        public boolean matches(Subject event) {
            return event.targets(type).stream().anyMatch(values::contains);
        }

        @Override
        public String text() {
            return describe(name(), values);
        }
    }

    /** A property of the payload is one of these scalars, or an array that holds one; as canonical texts. */
    record Paid(String path, NavigableSet<String> values) implements Term {

        @Override
        public String name() {
            return "payload." + path;
        }

        @Override
        public int size() {
            return values.size();
        }

        @Override
        public boolean matches(Subject event) {
            return event.payload().flatMap(this::property).filter(this::isAsked).isPresent();
        }

        private boolean isAsked(Json value) {
            return value.isArray() ? value.items().stream().anyMatch(this::isOne) : isOne(value);
        }

        private boolean isOne(Json value) {
            return !value.isObject() && !value.isArray() && values.contains(value.toString());
        }

        /** The property of exactly this name, or the one that the name's parts lead to, as in {@code indexBy}. */
        private Optional<Json> property(Json payload) {
            Optional<Json> exact = payload.member(path);
            if (exact.isPresent()) {
                return exact;
            }
            Optional<Json> at = Optional.of(payload);
            for (String part : path.split("\\.", -1)) {
                at = at.flatMap(value -> value.member(part));
            }
            return at;
        }

        @Override
        public String text() {
            return describe(name(), values);
        }
    }

    /** A term as text: its name and its values. */
    static String describe(String name, Collection<String> values) {
        var parts = new ArrayList<String>();
        parts.add(name);
        parts.addAll(values);
        return Json.array(parts).toString();
    }
}
