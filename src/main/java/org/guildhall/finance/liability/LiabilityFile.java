package org.guildhall.finance.liability;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.finance.LiabilityReport;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Money;
import org.guildhall.platform.FileWords;
import org.guildhall.platform.Sheets;
import org.guildhall.sessioncards.CardsOwed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the report as a file, figure by figure, and remembers that it was taken out. */
@Component
record LiabilityFile(Audit audit, TransactionTemplate transaction, BusinessTime time) {

    byte[] write(LiabilityReport report, Sheets.Format format, Locale language) {
        var words = FileWords.of("finance", language.getLanguage().equals("en") ? "en" : language.toLanguageTag());
        var rows = rows(report, words);
        var out = new ByteArrayOutputStream();
        try {
            Sheets.write(format, out, words.head("liability"), lines -> rows.forEach(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        transaction.executeWithoutResult(status -> audit.record(
                AuditEntry.of("finance.liability-taken", "report", report.asOf(), "format", format.name())));
        return out.toByteArray();
    }

    private static List<List<@Nullable Object>> rows(LiabilityReport report, FileWords words) {
        var points = report.points();
        var rows = new ArrayList<List<@Nullable Object>>();
        rows.add(row(words, "as-of", report.asOf(), null, null));
        rows.add(row(words, "outstanding", null, points.outstanding(), null));
        rows.add(row(words, "held", null, points.held(), null));
        rows.add(row(words, "worth", null, points.outstanding() + points.held(), points.worth()));
        rows.add(row(words, "owed", null, points.owed(), null));
        points.byIssue().forEach(one -> rows.add(row(words, "issued-in", one.month(), one.points(), one.worth())));
        points.byExpiry()
                .forEach(one -> rows.add(row(
                        words, one.month() == null ? "never" : "expires-in", one.month(), one.points(), one.worth())));
        var breakage = points.breakage();
        if (breakage != null) {
            rows.add(row(words, "breakage", null, breakage.expected(), breakage.worth()));
            rows.add(row(words, "breakage-low", null, breakage.low(), null));
            rows.add(row(words, "breakage-high", null, breakage.high(), null));
        }
        rows.add(row(words, "principal", null, null, report.storedValue().principal()));
        rows.add(row(words, "bonus", null, null, report.storedValue().bonus()));
        report.coupons()
                .forEach(open ->
                        rows.add(row(words, "coupons-" + open.kind().code(), null, open.coupons(), open.face())));
        var cards = report.sessionCards();
        rows.add(row(words, "session-cards", null, cards.sessions(), cards.owed()));
        cards.products().forEach(one -> rows.add(sessionCard(words, one)));
        rebates(rows, words, "cashback", report.cashback());
        rebates(rows, words, "commissions", report.commissions());
        return rows;
    }

    private static void rebates(
            List<List<@Nullable Object>> rows, FileWords words, String of, LiabilityReport.Rebates rebates) {
        rows.add(row(words, of, null, null, rebates.credited()));
        rows.add(row(words, of + "-waiting", null, null, rebates.waiting()));
        rows.add(row(words, of + "-owed", null, null, rebates.owed()));
    }

    private static List<@Nullable Object> sessionCard(FileWords words, CardsOwed.Line one) {
        boolean unlimited = one.days() > 0;
        return Arrays.asList(
                words.word("figure", unlimited ? "session-card-days" : "session-card") + " · " + one.name(),
                null,
                unlimited ? one.days() : one.sessions(),
                one.owed().decimal());
    }

    private static List<@Nullable Object> row(
            FileWords words, String figure, @Nullable Object day, @Nullable Long amount, @Nullable Money worth) {
        return Arrays.asList(words.word("figure", figure), day, amount, worth == null ? null : worth.decimal());
    }
}
