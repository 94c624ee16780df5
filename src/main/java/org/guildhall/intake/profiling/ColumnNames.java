package org.guildhall.intake.profiling;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.guildhall.intake.reading.Row;

/** Names the columns of a file: by the header where it names one, else "column n"; doubled names get a number. */
public final class ColumnNames {

    private ColumnNames() {}

    /** The names for a file of this width. */
    public static List<String> of(Row first, boolean header, int width) {
        var names = new ArrayList<String>(width);
        var taken = new HashSet<String>();
        for (int i = 0; i < width; i++) {
            var given = header ? first.cell(i) : "";
            var name = given.isEmpty() ? "column " + (i + 1) : given;
            var unique = name;
            for (int n = 2; !taken.add(unique); n++) {
                unique = name + " (" + n + ")";
            }
            names.add(unique);
        }
        return names;
    }
}
