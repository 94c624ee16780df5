package org.guildhall.intake.profiling;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import org.guildhall.intake.Layout;
import org.guildhall.intake.reading.Row;
import org.jspecify.annotations.Nullable;

/** Names the columns of a file: by the header where it names one, else "column n"; doubled names get a number. */
public final class ColumnNames {

    private ColumnNames() {}

    /** The names for a file of this width. */
    public static List<String> of(Row first, boolean header, int width) {
        var names = new String[width];
        var taken = new HashSet<String>();
        int ours = header ? Math.min(width, ErrorFile.leading(first.cells())) : 0;
        for (int n = 0; n < width; n++) {
            // The owner's columns keep their names when rejected rows come back with ours before them.
            int i = (n + ours) % width;
            var given = header ? first.cell(i) : "";
            var name = given.isEmpty() ? "column " + (i + 1) : given;
            var unique = name;
            for (int doubled = 2; !taken.add(unique); doubled++) {
                unique = name + " (" + doubled + ")";
            }
            names[i] = unique;
        }
        return List.of(names);
    }

    /** By what the next file of the same make is known, or null when the file does not name its columns. */
    public static @Nullable String fingerprint(Layout layout, List<String> names) {
        if (!layout.header()) {
            return null;
        }
        var own = names.subList(ErrorFile.leading(names), names.size());
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(String.join("\u0000", own).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
