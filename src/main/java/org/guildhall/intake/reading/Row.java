package org.guildhall.intake.reading;

import java.util.List;

/** One row of a file: the number by which its owner finds it again (line of a text file, row of a sheet) and its cells. */
public record Row(long number, List<String> cells) {

    /**
     * The cell of a column counted from 0, without surrounding blanks and without the apostrophe that keeps a spreadsheet
     * from running it as a formula; empty when the row is shorter.
     */
    public String cell(int column) {
        return column < cells.size() ? bare(trimmed(cells.get(column))) : "";
    }

    private static String bare(String text) {
        boolean guarded = text.length() > 1 && text.charAt(0) == '\'' && "=+-@\t\r".indexOf(text.charAt(1)) >= 0;
        return guarded ? text.substring(1) : text;
    }

    /** Whether nothing is in it. */
    public boolean isBlank() {
        for (int i = 0; i < cells.size(); i++) {
            if (!cell(i).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (from < to && blank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean blank(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\u3000' || c == '\ufeff' || c == '\u200b';
    }
}
