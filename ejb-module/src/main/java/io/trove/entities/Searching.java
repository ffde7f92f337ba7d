package io.trove.entities;

import io.trove.access.Sight;
import io.trove.crypto.MacKey;
import io.trove.crypto.Secrets;
import io.trove.filter.Tables;
import io.trove.ledger.Head;
import io.trove.ledger.Ledgers;
import io.trove.ledger.Store;
import io.trove.query.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Lists entities and searches their states, as far as the ledger is followed, and says how far that is. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Searching {

    /** So many entities are looked at for a page, whether they match or not. */
    private static final int SCANNED_MAX = 2_000;

    private static final int READ_AT_ONCE = 200;

    /** So many are folded for a page, of a sight for which they are not folded already. */
    private static final int FOLDED_MAX = 400;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Store store;

    @Inject
    private Replays replays;

    @Inject
    private Secrets secrets;

    /**
     * Which entities are asked for: of this type, or those that are parked, or those of this type that are; and where this
     * holds of their state.
     *
     * @param alsoDeleted those that are parked are listed in any case
     * @param parameters those of an address: {@code where…} among them are the conditions
     */
    public record Asked(
            Optional<String> type, boolean parked, boolean alsoDeleted, Map<String, List<String>> parameters) {

        public Asked {
            alsoDeleted |= parked;
            parameters = new TreeMap<>(parameters);
        }
    }

    /** A page, by id; {@code items} may be empty while there is a next. */
    public Chapter page(Sight sight, Asked asked, int limit, Optional<String> cursor) {
        PageRequest.newest(limit);
        List<Where> conditions = Where.of(asked.parameters());
        Head head = ledgers.head(sight.ledger());
        MacKey key = secrets.key("cursor");
        long question = PageMark.question(
                "entities",
                sight.ledger().uid(),
                sight.version(),
                Long.toString(head.epoch()),
                asked.type().orElse("\n"),
                asked.parked() ? "parked, by their places" : "",
                conditions.toString(),
                Boolean.toString(asked.alsoDeleted()));
        String behind =
                cursor.map(text -> PageMark.of(text, key, question).behind()).orElse("");
        return store.with(sight.ledger(), tables -> {
            Generation live = replays.live(tables, sight.ledger());
            var page = new Page(tables, sight, asked, conditions, live);
            String last = page.read(behind, limit);
            for (Generation now = replays.live(tables, sight.ledger());
                    !now.equals(live);
                    now = replays.live(tables, sight.ledger())) {
                live = now;
                page = new Page(tables, sight, asked, conditions, live);
                last = page.read(behind, limit);
            }
            return new Chapter(
                    page.items,
                    last.isEmpty() ? Optional.empty() : Optional.of(new PageMark(question, 0, last).text(key)),
                    page.followed - 1);
        });
    }

    /** A page as it is read. */
    private final class Page {

        private final StateRows rows;
        private final ParkedRows parkedRows;
        private final Replay replay;
        private final Sight sight;
        private final Asked asked;
        private final List<Where> conditions;
        private final long followed;
        private final List<Map<String, Object>> items = new ArrayList<>();

        private Page(Tables tables, Sight sight, Asked asked, List<Where> conditions, Generation live)
                throws SQLException {
            this.rows = new StateRows(tables, live.number());
            this.parkedRows = new ParkedRows(tables, live.number());
            this.replay = replays.of(tables, sight, Optional.empty());
            this.sight = sight;
            this.asked = asked;
            this.conditions = conditions;
            this.followed = rows.followed();
        }

        /** Where the next page begins; empty when there is none. */
        private String read(String behind, int limit) throws SQLException {
            String at = behind;
            int max = sight.isEverything() ? SCANNED_MAX : FOLDED_MAX;
            for (int scanned = 0; scanned < max; scanned += READ_AT_ONCE) {
                StatePage some = asked.parked()
                        ? parkedRows.behind(ParkedRows.Place.of(at), READ_AT_ONCE)
                        : rows.ofType(asked.type().orElseThrow(), at, READ_AT_ONCE);
                for (StateRows.Kept each : some.states()) {
                    EntityId entity = each.state().entity();
                    at = asked.parked()
                            ? ParkedRows.Place.of(entity, each.parked().orElseThrow())
                                    .text()
                            : entity.id();
                    if (asked.type().filter(type -> !type.equals(entity.type())).isEmpty()) {
                        look(each).filter(this::isMeant).ifPresent(look -> items.add(look.members()));
                    }
                    if (items.size() == limit) {
                        return at;
                    }
                }
                if (some.isLast()) {
                    return "";
                }
                if (some.states().size() < READ_AT_ONCE) {
                    return at;
                }
            }
            return at;
        }

        /** What was folded from everything is for those who see everything; for others it is folded from what they see. */
        private Optional<Look> look(StateRows.Kept kept) throws SQLException {
            if (!sight.isEverything()) {
                return Entities.look(replay, kept.state().entity(), Bound.below(followed));
            }
            var kinship = new Kinship(kin -> rows.find(kin).map(StateRows.Kept::state));
            return Optional.of(new Look(kept.state(), followed - 1, kept.parked(), kinship.deletedWith(kept.state())));
        }

        private boolean isMeant(Look look) {
            return (asked.alsoDeleted() || !look.isDeleted())
                    && (!asked.parked() || look.parked().isPresent())
                    && conditions.stream()
                            .allMatch(each -> each.holds(look.state().data()));
        }
    }
}
