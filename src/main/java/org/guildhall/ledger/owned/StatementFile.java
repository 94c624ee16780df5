package org.guildhall.ledger.owned;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Slice;
import org.guildhall.ledger.EntryView;
import org.guildhall.ledger.LotView;
import org.guildhall.ledger.StatementQuery;
import org.guildhall.platform.FileWords;
import org.guildhall.platform.Sheets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a member's statement of a whole period as a file, and remembers that it was taken out. */
@Component
public class StatementFile {

    /** The most lines of one file; a longer period is refused, never cut off. */
    static final int MOST_LINES = 20_000;

    private final OwnedValue owned;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final BusinessTime time;

    StatementFile(OwnedValue owned, Audit audit, TransactionTemplate transaction, BusinessTime time) {
        this.owned = owned;
        this.audit = audit;
        this.transaction = transaction;
        this.time = time;
    }

    /**
     * The balance before the period, its lines as they occurred, the balance after it and what that consists of; in the words
     * of the language (zh-CN when there are none in it).
     */
    public byte[] write(StatementQuery period, Sheets.Format format, Locale language) {
        var lines = lines(period);
        var summary = owned.summary(period);
        var words = FileWords.of("ledger", tag(language));
        var out = new ByteArrayOutputStream();
        try {
            Sheets.write(format, out, words.head("statement"), rows -> {
                rows.accept(balance(words.word("line", "opening"), null, summary.opening()));
                lines.reversed().forEach(line -> rows.accept(cells(line, words)));
                rows.accept(balance(words.word("line", "closing"), null, summary.closing()));
                summary.lots().forEach(lot -> rows.accept(balance(named(lot, words), lot.amount(), null)));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        transaction.executeWithoutResult(status ->
                audit.record(AuditEntry.of("ledger.statement-taken", "member", period.member(), "rows", lines.size())
                        .about(period.member())));
        return out.toByteArray();
    }

    private List<EntryView> lines(StatementQuery period) {
        var lines = new ArrayList<EntryView>();
        String cursor = null;
        do {
            var page = owned.statement(period.page(cursor, Slice.PAGE_LIMIT));
            lines.addAll(page.items());
            cursor = page.next();
            if (lines.size() > MOST_LINES) {
                throw InvalidInput.of(
                        "from", period.from() == null ? null : period.from().toString(), "shorter-period");
            }
        } while (cursor != null);
        return lines;
    }

    private List<@Nullable Object> cells(EntryView line, FileWords words) {
        return Arrays.asList(
                written(line.occurredAt()),
                words.word("posting", line.kind()),
                line.amount(),
                line.balanceAfter(),
                line.parts().stream().map(StatementFile::lot).collect(Collectors.joining("; ")),
                line.reasonCode() == null ? null : words.word("reason", line.reasonCode()),
                written(line.recordedAt()),
                line.postingId());
    }

    private static List<@Nullable Object> balance(String what, @Nullable Long change, @Nullable Long balance) {
        return Arrays.asList(null, what, change, balance, null, null, null, null);
    }

    /** What a lot of the closing balance is called: the last day it is valid, or why it has none. */
    private static String named(LotView lot, FileWords words) {
        if (lot.owed()) {
            return words.word("line", "owed");
        }
        return lot.expiresOn() == null
                ? words.word("line", "never")
                : words.word("line", "until") + " " + lot.expiresOn().minusDays(1);
    }

    private static String lot(EntryView.Part part) {
        return part.expiresOn() == null ? Long.toString(part.amount()) : part.amount() + " (" + part.expiresOn() + ")";
    }

    private String written(Instant instant) {
        return Sheets.written(instant.atZone(time.zone()));
    }

    private static String tag(Locale language) {
        return language.getLanguage().equals("en") ? "en" : language.toLanguageTag();
    }
}
