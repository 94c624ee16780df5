package org.guildhall.finance.periods;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.finance.CardsOfMonth;
import org.guildhall.finance.CardsOfMonth.Figure;
import org.guildhall.finance.PeriodsView;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Money;
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

    byte[] write(PeriodsView periods, Sheets.Format format, Locale language) {
        var words = FileWords.of("finance", language.getLanguage().equals("en") ? "en" : language.toLanguageTag());
        var closings = periods.closings();
        var cards = periods.cards().stream().collect(Collectors.toMap(CardsOfMonth::closing, Function.identity()));
        var out = new ByteArrayOutputStream();
        try {
            Sheets.write(
                    format,
                    out,
                    words.head("periods"),
                    lines -> closings.forEach(closing -> {
                        closing.figures().forEach(figure -> lines.accept(cells(closing, figure, words)));
                        var kept = cards.get(closing.number());
                        if (kept != null) {
                            lines.accept(cells(closing, kept, "session-cards", PeriodFile::sessions, words));
                            lines.accept(cells(closing, kept, "session-cards-worth", PeriodFile::worth, words));
                        }
                    }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        transaction.executeWithoutResult(status -> audit.record(AuditEntry.of(
                "finance.periods-taken", "report", "periods", "rows", closings.size(), "format", format.name())));
        return out.toByteArray();
    }

    private List<@Nullable Object> cells(Closing closing, PeriodFigure figure, FileWords words) {
        var amounts = LongStream.of(
                figure.opening(),
                figure.issued(),
                figure.redeemed(),
                figure.adjusted(),
                figure.expired(),
                figure.lost(),
                figure.held(),
                figure.closing());
        boolean money = figure.asset().isMoney();
        return cells(
                closing,
                figure.asset().code(),
                amounts.mapToObj(amount -> money ? Money.cny(amount).decimal() : BigDecimal.valueOf(amount))
                        .toList(),
                words);
    }

    /** Session cards are issued when they are sold, and everything that went of them was redeemed. */
    private List<@Nullable Object> cells(
            Closing closing, CardsOfMonth cards, String asset, Function<Figure, BigDecimal> of, FileWords words) {
        return cells(
                closing,
                asset,
                List.of(
                        of.apply(cards.start()),
                        of.apply(cards.sold()),
                        of.apply(cards.used()).negate(),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        of.apply(cards.end())),
                words);
    }

    private static BigDecimal sessions(Figure figure) {
        return BigDecimal.valueOf(figure.sessions());
    }

    private static BigDecimal worth(Figure figure) {
        return figure.worth().decimal();
    }

    private List<@Nullable Object> cells(Closing closing, String asset, List<BigDecimal> amounts, FileWords words) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(closing.month().toString().substring(0, 7));
        cells.add(words.word("asset", asset));
        cells.addAll(amounts);
        cells.addAll(Arrays.asList(
                closing.actorName(),
                Sheets.written(closing.recordedAt().atZone(time.zone())),
                closing.reason(),
                words.word("state", closing.undoneBy() == null ? "closed" : "opened-again")));
        return cells;
    }
}
