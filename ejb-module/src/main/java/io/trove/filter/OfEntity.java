package io.trove.filter;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.stream.Stream;

/** The entity is one of these. */
record OfEntity(NavigableSet<EntityRef> entities) implements Term {

    @Override
    public String name() {
        return "entity";
    }

    @Override
    public int size() {
        return entities.size();
    }

    @Override
    public boolean matches(Subject event) {
        Optional<String> id = event.text(Field.ENTITY_ID);
        return id.isPresent()
                && entities.contains(new EntityRef(event.text(Field.ENTITY_TYPE).orElse(""), id.get()));
    }

    @Override
    public String text() {
        return Term.describe(
                name(),
                entities.stream()
                        .flatMap(entity -> Stream.of(entity.type(), entity.id()))
                        .toList());
    }
}
