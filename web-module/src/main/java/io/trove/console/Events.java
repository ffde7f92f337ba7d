package io.trove.console;

import io.trove.filter.Filter;
import io.trove.ledger.Ledgers;
import io.trove.query.Order;
import io.trove.query.Page;
import io.trove.query.PageRequest;
import io.trove.query.Query;
import io.trove.refusal.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The events of a ledger that a filter means, the newest first. A page begins at a position and not after a number of
 * events, so that it is as quick at the millionth as at the first, and shows tomorrow what it shows today.
 */
@Named
@RequestScoped
public class Events {
    private static final int SHOWN = 50;

    @Inject
    private FacesContext faces;

    @Inject
    private Chosen chosen;

    @Inject
    private Query query;

    @Inject
    private Ledgers ledgers;

    private FilterForm form;
    private List<Column> columns = Column.DEFAULT;
    private List<EventFacts> shown = List.of();
    private String refused = "";
    private String older = "";
    private String newer = "";
    private long scanned;
    private long newest;

    /** Before the page is drawn: reads it, or leads to the same page under its shortest address. */
    public void look() throws IOException {
        if (!chosen.isOpen() || faces.getResponseComplete()) {
            return;
        }
        var parameters = faces.getExternalContext().getRequestParameterValuesMap();
        form = FilterForm.of(parameters);
        columns = Column.named(Arrays.asList(parameters.getOrDefault("columns", new String[0])));
        if (!form.isTidy()) {
            faces.getExternalContext().redirect(page().toString());
            return;
        }
        newest = ledgers.head(chosen.getLedger()).size() - 1;
        try {
            read(parameters);
        } catch (Refusal refusal) {
            refused = refusal.getMessage();
        }
    }

    private void read(Map<String, String[]> parameters) {
        var after = FilterForm.first(parameters, "newer");
        if (!after.isEmpty()) {
            var page = page("after", after, Order.ASC, Optional.empty());
            if (page.items().size() == SHOWN) {
                show(page, true);
                older = page().with("older", shown.get(shown.size() - 1).position())
                        .toString();
                newer = page().with("newer", shown.get(0).position()).toString();
                return;
            }
        }
        var before = FilterForm.first(parameters, "older");
        var cursor = Optional.of(FilterForm.first(parameters, "cursor")).filter(text -> !text.isEmpty());
        var page = page("before", before, Order.DESC, cursor);
        show(page, false);
        page.next().ifPresent(next -> older = older(page, before, next));
        if (!before.isEmpty() || cursor.isPresent()) {
            newer = (shown.isEmpty()
                            ? page()
                            : page().with("newer", shown.get(0).position()))
                    .toString();
        }
    }

    /** Of a page that is not full only the cursor knows how far it looked. */
    private String older(Page page, String before, String next) {
        return page.items().size() == SHOWN
                ? page().with("older", shown.get(SHOWN - 1).position()).toString()
                : page().with("older", before).with("cursor", next).toString();
    }

    private Page page(String bound, String position, Order order, Optional<String> cursor) {
        var filter = form.filter();
        if (!position.isEmpty()) {
            filter = filter.and(Filter.of(Map.of(bound, List.of(position)), Set.of()));
        }
        return query.page(chosen.sight(), filter, new PageRequest(SHOWN, order, cursor));
    }

    private void show(Page page, boolean isUpsideDown) {
        var name = chosen.getLedger().name();
        var events = new ArrayList<>(
                page.items().stream().map(found -> EventFacts.of(found, name)).toList());
        if (isUpsideDown) {
            Collections.reverse(events);
        }
        shown = List.copyOf(events);
        scanned = page.scanned();
    }

    private Address page() {
        return form.on(bare());
    }

    /** The page without a filter, with its columns. */
    private Address bare() {
        return columns.equals(Column.DEFAULT) ? chosen.to("events") : columned(chosen.to("events"));
    }

    private Address columned(Address address) {
        return address.and(Map.of("columns", columns.stream().map(Column::text).toList()));
    }

    public List<EventFacts> getShown() {
        return shown;
    }

    public String getRefused() {
        return refused;
    }

    public String getOlder() {
        return older;
    }

    public String getNewer() {
        return newer;
    }

    public String getNewestAddress() {
        return page().toString();
    }

    /** How many positions were looked at for this page. */
    public long getScanned() {
        return scanned;
    }

    public List<FilterForm.Chip> getChips() {
        return form.chips(bare());
    }

    public String getUnfiltered() {
        return bare().toString();
    }

    public Column[] getAllColumns() {
        return Column.values();
    }

    public List<Column> getColumns() {
        return columns;
    }

    public boolean shows(Column column) {
        return columns.contains(column);
    }

    /** Whether these are the newest, to which others may be added as they are recorded. */
    public boolean isNewest() {
        return newer.isEmpty() && refused.isEmpty();
    }

    /** What is recorded from now on: nothing falls between this page and the stream. */
    public String getStream() {
        var stream = form.on(new Address("", Map.of())).with("after", newest);
        return chosen.getApi() + "/events/stream" + stream.query();
    }

    /** The address of a file of what the filter means. */
    public String export(String as) {
        return columned(form.on(chosen.to("export"))).with("form", as).toString();
    }
}
