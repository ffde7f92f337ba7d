package io.trove.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows that one transaction writes, by table, in the order in which the tables were first named. */
final class WriteSet {

    private final Map<Table, List<Row>> rows = new LinkedHashMap<>();

    void add(Row row) {
        rows.computeIfAbsent(row.table(), table -> new ArrayList<>()).add(row);
    }

    Map<Table, List<Row>> rows() {
        return rows;
    }
}
