package org.guildhall.intake.reading;

import java.util.HashSet;
import java.util.List;

/** Tells whether a first row names the columns: its cells are distinct words, while values below them hold digits. */
final class Headers {

    private Headers() {}

    static boolean isHeader(Row first, List<Row> body) {
        var names = new HashSet<String>();
        for (int i = 0; i < first.cells().size(); i++) {
            var cell = first.cell(i);
            boolean startsWithDigit = !cell.isEmpty() && Character.isDigit(cell.charAt(0));
            if (startsWithDigit || cell.length() > 60 || !names.add(cell)) {
                return false;
            }
        }
        return body.isEmpty() || differs(first, body);
    }

    /** A column whose values mostly have digits under a name without any, or a first row that never comes again. */
    private static boolean differs(Row first, List<Row> body) {
        for (int i = 0; i < first.cells().size(); i++) {
            int column = i;
            long digits =
                    body.stream().filter(row -> hasDigit(row.cell(column))).count();
            if (!hasDigit(first.cell(column)) && digits * 2 > body.size()) {
                return true;
            }
        }
        return body.stream().noneMatch(row -> row.cells().equals(first.cells())) && HeaderWords.knowsOneOf(first);
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }
}
