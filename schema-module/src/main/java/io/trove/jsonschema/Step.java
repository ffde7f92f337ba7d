package io.trove.jsonschema;

import io.trove.event.Json;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One simple change of a payload. What is not there is left alone: optional properties are lifted by the same steps. */
public sealed interface Step {

    /** The payload with this change made. */
    Json apply(Json payload);

    Json json();

    /** The step cannot be made without losing something. */
    final class Stuck extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stuck(String why) {
            super(why, null, false, false);
        }
    }

    /** The property gets another name in the same object. */
    record Rename(PropertyPath from, String to) implements Step {
        @Override
        public Json apply(Json payload) {
            return new Move(from, from.sibling(to)).apply(payload);
        }

        @Override
        public Json json() {
            return Json.object(Map.of("rename", from.text(), "to", to));
        }
    }

    /** The property is given this value where it is missing in an object that is there. */
    record Default(PropertyPath at, Json value) implements Step {
        @Override
        public Json apply(Json payload) {
            return at.find(payload).isPresent() ? payload : at.put(payload, value, false);
        }

        @Override
        public Json json() {
            return Json.object(Map.of("default", at.text(), "value", value));
        }
    }

    record Remove(PropertyPath at) implements Step {
        @Override
        public Json apply(Json payload) {
            return at.remove(payload);
        }

        @Override
        public Json json() {
            return Json.object(Map.of("remove", at.text()));
        }
    }

    /** The value goes elsewhere; objects on the way there are made. */
    record Move(PropertyPath from, PropertyPath to) implements Step {
        @Override
        public Json apply(Json payload) {
            Optional<Json> value = from.find(payload);
            if (value.isEmpty() || from.equals(to)) {
                return payload;
            }
            Json without = from.remove(payload);
            if (to.find(without).isPresent()) {
                throw new Stuck(to.text() + " is there already, and what is at " + from.text() + " would replace it");
            }
            return to.put(without, value.get(), true);
        }

        @Override
        public Json json() {
            return Json.object(Map.of("move", from.text(), "to", to.text()));
        }
    }

    /** The step that this JSON is; {@link InvalidLift}. */
    static Step of(Json step, String pointer) {
        Set<String> names = step.members().keySet();
        if (names.equals(Set.of("rename", "to"))) {
            return new Rename(path(step, "rename", pointer), text(step, "to", pointer));
        } else if (names.equals(Set.of("default", "value"))) {
            return new Default(
                    path(step, "default", pointer), step.member("value").orElseThrow());
        } else if (names.equals(Set.of("remove"))) {
            return new Remove(path(step, "remove", pointer));
        } else if (names.equals(Set.of("move", "to"))) {
            return move(path(step, "move", pointer), path(step, "to", pointer), pointer);
        }
        throw new InvalidLift(
                pointer,
                "a step is {\"rename\", \"to\"}, {\"default\", \"value\"}, {\"remove\"} or {\"move\", \"to\"}; got "
                        + names);
    }

    private static Step move(PropertyPath from, PropertyPath to, String pointer) {
        if (to.isInside(from)) {
            throw new InvalidLift(pointer + "/to", "nothing can be moved into itself");
        }
        return new Move(from, to);
    }

    private static PropertyPath path(Json step, String member, String pointer) {
        return PropertyPath.of(text(step, member, pointer))
                .orElseThrow(() -> new InvalidLift(
                        pointer + '/' + member, "a JSON Pointer to a property was wanted, such as /address/city"));
    }

    private static String text(Json step, String member, String pointer) {
        return step.member(member)
                .flatMap(Json::text)
                .orElseThrow(() -> new InvalidLift(pointer + '/' + member, "a text was wanted"));
    }
}
