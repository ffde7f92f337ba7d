package io.trove.console;

import io.trove.access.Access;
import io.trove.access.Permission;
import io.trove.access.Sight;
import io.trove.integrity.Disclosing;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledgers;
import io.trove.query.Found;
import io.trove.query.Order;
import io.trove.query.PageRequest;
import io.trove.query.Query;
import io.trove.refusal.Refusal;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What a page of events shows, as a file: all that its filter means as lines or as a table, or the evidence of the newest. */
@WebServlet("/console/export")
public class Export extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int EVIDENCE_EVENTS_MAX = PageRequest.LIMIT_MAX;
    private static final String CELLS_THAT_COUNT = "=+-@\t\r";

    @Inject
    private transient Instance<Caller> caller;

    @Inject
    private transient Ledgers ledgers;

    @Inject
    private transient Access access;

    @Inject
    private transient Query query;

    @Inject
    private transient Disclosing disclosing;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var ledger = Chosen.parse(FilterForm.first(request.getParameterMap(), Chosen.LEDGER))
                    .flatMap(ledgers::lookUp)
                    .orElse(null);
            if (ledger == null) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            var sight = access.sight(caller.get(), ledger);
            var parameters = request.getParameterMap();
            var form = FilterForm.of(parameters);
            switch (FilterForm.first(parameters, "form")) {
                case "ndjson" -> lines(sight, form, head(response, "application/x-ndjson", "events.ndjson"));
                case "csv" ->
                    table(
                            sight,
                            form,
                            Column.named(Arrays.asList(parameters.getOrDefault("columns", new String[0]))),
                            head(response, "text/csv;charset=utf-8", "events.csv"));
                case "evidence" -> {
                    access.demand(caller.get(), ledger, Permission.PROOF_READ, "Evidence");
                    evidence(sight, form, response);
                }
                default -> response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            }
        } catch (Refusal refusal) {
            if (response.isCommitted()) {
                throw refusal;
            }
            response.reset();
            response.sendError(refusal.status());
        }
    }

    private static OutputStream head(HttpServletResponse response, String mediaType, String filename)
            throws IOException {
        response.setContentType(mediaType);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + filename + "\"");
        return response.getOutputStream();
    }

    private void lines(Sight sight, FilterForm form, OutputStream out) throws IOException {
        query.stream(sight, form.filter(), Order.DESC, found -> {
            found.writeTo(out);
            out.write('\n');
        });
    }

    private void table(Sight sight, FilterForm form, List<Column> columns, OutputStream out) throws IOException {
        out.write(row(columns.stream().map(Column::text).toList()));
        query.stream(sight, form.filter(), Order.DESC, found -> out.write(row(cells(found, sight, columns))));
    }

    private static List<String> cells(Found found, Sight sight, List<Column> columns) {
        var event = EventFacts.of(found, sight.ledger().name());
        return columns.stream().map(column -> column.of(event)).toList();
    }

    /** RFC 4180. A text that a spreadsheet would take for a formula begins with an apostrophe. */
    static byte[] row(List<String> cells) {
        return (cells.stream().map(Export::cell).collect(Collectors.joining(",")) + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(String text) {
        var inert = !text.isEmpty() && CELLS_THAT_COUNT.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return inert.matches("[^\",\r\n]*") ? inert : "\"" + inert.replace("\"", "\"\"") + "\"";
    }

    private void evidence(Sight sight, FilterForm form, HttpServletResponse response) throws IOException {
        var page = query.page(sight, form.filter(), PageRequest.newest(EVIDENCE_EVENTS_MAX));
        var evidence = disclosing.evidence(sight, page.items(), OptionalLong.empty());
        head(response, "application/vnd.trove.evidence+json", "evidence.trove").write(evidence.write());
    }
}
