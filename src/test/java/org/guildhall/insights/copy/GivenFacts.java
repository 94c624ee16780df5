package org.guildhall.insights.copy;

import java.util.List;
import org.guildhall.insights.Column;
import org.guildhall.insights.FactSource;
import org.guildhall.insights.Feed;
import org.jspecify.annotations.Nullable;

/** A fact source whose rows a test gives. */
record GivenFacts(String name, List<Column> columns, List<@Nullable Object[]> rows) implements FactSource {

    @Override
    public void read(Feed feed) {
        rows.forEach(row -> feed.sink().row(row));
    }
}
