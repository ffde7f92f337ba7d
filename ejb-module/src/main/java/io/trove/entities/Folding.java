package io.trove.entities;

import java.util.Optional;

/**
 * One step of folding: a state and its next event give the next state. Pure, as the folds are that it chooses from.
 *
 * @param choice the fold that is chosen for an event, where its schema or Java code has one
 * @param node who records the ledger's events, for vectors
 */
record Folding(Choice choice, String node) {

    /** The fold of an event that is not folded by what is built in. */
    interface Choice {
        Optional<Fold> of(Happened event);
    }

    /** What is built in, and nothing else. */
    static Folding builtIn(String node) {
        return new Folding(event -> Optional.empty(), node);
    }

    /** {@link FoldFailed} when the fold of this event gives no state. */
    State next(State state, Happened event) {
        boolean own = event.isOf(state.entity());
        Optional<Fold> chosen = own ? choice.of(event) : Optional.empty();
        try {
            Content next = content(state, event, own, chosen);
            return passesBy(state, own, next) ? state : state.after(event, next, node);
        } catch (FoldFailed failed) {
            throw failed;
        } catch (RuntimeException | StackOverflowError broken) {
            throw new FoldFailed("the fold of %s threw %s".formatted(event.type(), broken));
        }
    }

    /** A guid alone names an individual and a group: of the one that never was, the event makes nothing. */
    private static boolean passesBy(State state, boolean own, Content next) {
        return !own && !state.isThere() && next.equals(Content.EMPTY);
    }

    /** The event counts, and changes nothing. */
    State past(State state, Happened event) {
        return state.after(event, state.content(), node);
    }

    private static Content content(State state, Happened event, boolean own, Optional<Fold> chosen) {
        if (chosen.isPresent()) {
            return state.content().with(chosen.get().fold(state.data(), event.document()));
        }
        Content related = related(state.content(), event, own);
        Content member = Memberships.fold(related, state.entity(), event);
        return own ? Lifecycle.fold(member, state.entity().type(), event) : member;
    }

    /** Both ends of a relation have it. */
    private static Content related(Content content, Happened event, boolean own) {
        boolean links = event.type().equals(Named.LINKED);
        if (!links && !event.type().equals(Named.UNLINKED)) {
            return content;
        }
        Optional<Relation> said = Relation.read(event.payload()).filter(Relation::isOutgoing);
        if (said.isEmpty()) {
            return content;
        }
        Relation here = own
                ? said.get()
                : new Relation(said.get().type(), event.entity().orElseThrow(), false);
        return links ? content.linked(here) : content.unlinked(here);
    }
}
