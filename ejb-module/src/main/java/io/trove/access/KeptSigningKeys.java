package io.trove.access;

import io.trove.filter.Tables;
import io.trove.ledger.FollowingRows;
import io.trove.ledger.Follows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;

/** The public keys that are kept, held against the events that recorded them. */
@ApplicationScoped
class KeptSigningKeys implements Follows {

    private final FollowingRows rows = KeyEvents.kept();

    @Override
    public Comparison over(Tables tables, long from, long end) {
        return rows.over(tables, from, end);
    }

    @Override
    public long count(Tables tables, long size) throws SQLException {
        return rows.count(tables, size);
    }

    @Override
    public List<Difference> strays(Tables tables, long size, int max) throws SQLException {
        return rows.strays(tables, size, max);
    }
}
