package org.guildhall.finance.periods;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.ledger.Closing;
import org.guildhall.ledger.PeriodFigure;
import org.guildhall.platform.FileWords;
import org.guildhall.platform.Sheets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the figures kept as a file, and remembers that they were taken out. */
@Component
record PeriodFile(Audit audit, TransactionTemplate transaction, BusinessTime time) {

    byte[] write(List<Closing> closings, Sheets.Format format, Locale language) {
        var words = FileWords.of("finance", language.getLanguage().equals("en") ? "en" : language.toLanguageTag());
        var out = new ByteArrayOutputStream();
        try {
            Sheets.write(
                    format,
                    out,
                    words.head("periods"),
                    lines -> closings.forEach(closing ->
                            closing.figures().forEach(figure -> lines.accept(cells(closing, figure, words)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        transaction.executeWithoutResult(status -> audit.record(AuditEntry.of(
                "finance.periods-taken", "report", "periods", "rows", closings.size(), "format", format.name())));
        return out.toByteArray();
    }

    private List<@Nullable Object> cells(Closing closing, PeriodFigure figure, FileWords words) {
        return Arrays.asList(
                closing.month().toString().substring(0, 7),
                words.word("asset", figure.asset().code()),
                figure.opening(),
                figure.issued(),
                figure.redeemed(),
                figure.adjusted(),
                figure.expired(),
                figure.lost(),
                figure.held(),
                figure.closing(),
                closing.actorName(),
                Sheets.written(closing.recordedAt().atZone(time.zone())),
                closing.reason(),
                words.word("state", closing.undoneBy() == null ? "closed" : "opened-again"));
    }
}
