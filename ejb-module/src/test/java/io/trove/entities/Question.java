package io.trove.entities;

import io.trove.event.Json;
import io.trove.event.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What is asked about the past, and the events that the answer is made of. */
record Question(EntityId entity, Moment moment, List<Happening> events) {

    static Question any(List<Happening> happened, List<Long> recorded, Random random) {
        EntityId entity = AnyHappenings.entities()
                .get(random.nextInt(AnyHappenings.entities().size()));
        int at = random.nextInt(happened.size());
        return switch (random.nextInt(5)) {
            case 0 -> new Question(entity, new Moment.AtPosition(at + 1L), happened.subList(0, at + 1));
            case 1 ->
                new Question(
                        entity,
                        new Moment.AtTime(recorded.get(at)),
                        happened.subList(0, recorded.lastIndexOf(recorded.get(at)) + 1));
            case 2 -> {
                String until = happened.get(at).createdAt();
                yield new Question(
                        entity,
                        new Moment.AtCreated(Times.micros(until)),
                        happened.stream()
                                .filter(each -> each.createdAt().compareTo(until) <= 0)
                                .toList());
            }
            default -> ofVersion(entity, happened, random);
        };
    }

    private static Question ofVersion(EntityId entity, List<Happening> happened, Random random) {
        var own = new ArrayList<Integer>();
        for (int i = 0; i < happened.size(); i++) {
            if (happened.get(i).isOf(entity)) {
                own.add(i);
            }
        }
        int version = 1 + random.nextInt(own.size());
        return new Question(entity, new Moment.AtVersion(version), happened.subList(0, own.get(version - 1) + 1));
    }

    Json answer() {
        var world = new NaiveWorld();
        events.forEach(each -> world.happen(each.event()));
        return comparable(world.told(entity));
    }

    /** The version is the newest event's, however many before it are left out; the naive fold counts them. */
    Json comparable(Json told) {
        Map<String, Object> members = new TreeMap<>(told.members());
        if (moment instanceof Moment.AtCreated) {
            members.remove("version");
        }
        return Json.object(members);
    }

    @Override
    public String toString() {
        return entity + " " + moment;
    }
}
