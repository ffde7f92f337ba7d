package io.trove.entities;

import io.trove.event.Json;

/** The events of datacollect: individuals and groups, their members and their duplicates. */
final class Memberships {

    private Memberships() {}

    /** What an event makes of an entity that it happened to or names; the same when it is none of these. */
    static Content fold(Content content, EntityId entity, Happened event) {
        boolean own = event.isOf(entity);
        return switch (event.type()) {
            case Named.CREATE_INDIVIDUAL, Named.UPDATE_INDIVIDUAL ->
                own ? upserted(content, event.type(), event.payload()) : content;
            case Named.CREATE_GROUP, Named.UPDATE_GROUP -> {
                Content at = own ? upserted(content, event.type(), Named.withoutMembers(event.payload())) : content;
                yield joined(at, entity, event);
            }
            case Named.ADD_MEMBER -> joined(content, entity, event);
            case Named.REMOVE_MEMBER -> removed(content, entity, event, own);
            case Named.DELETE_ENTITY -> own ? content.deleted(event.position()) : content;
            case Named.RESOLVE_DUPLICATE ->
                Named.duplicates(event.payload()).contains(entity.id()) ? content.deleted(event.position()) : content;
            default -> content;
        };
    }

    /** Whatever is not there is made by the event, also when that says that it updates. */
    private static Content upserted(Content content, String type, Json data) {
        boolean creates = type.equals(Named.CREATE_INDIVIDUAL) || type.equals(Named.CREATE_GROUP);
        return creates && content.deletedAt() >= 0 ? content.revived().merged(data) : content.merged(data);
    }

    /** As a group gets the members that the event names in it, and as a member gets its data and its group. */
    private static Content joined(Content content, EntityId entity, Happened event) {
        Content at = content;
        for (Named.Member each : Named.members(event.entity().orElse(entity), event.payload())) {
            if (each.member().equals(entity)) {
                at = at.merged(each.data()).enters(each.group(), event.position());
            }
            if (each.group().equals(entity)) {
                at = at.joined(each.member().id(), each.within());
            }
        }
        return at;
    }

    private static Content removed(Content content, EntityId entity, Happened event, boolean own) {
        String member = Named.removed(event.payload()).orElse("");
        if (own) {
            return content.removed(member);
        }
        return member.equals(entity.id()) ? content.leaves(event.entity().orElseThrow()) : content;
    }
}
